package io.sluice.cli.dropin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A jar of Sluice that the command does without until it is added.
 *
 * @param sink the name of the sink that it brings
 * @param artifact its name in a Maven repository, where its group is {@value #GROUP}
 * @param module its folder among the sources, with {@code /} between names
 * @param purpose the purpose of the sink, in one line
 */
public record DropInJar(String sink, String artifact, String module, String purpose) {

  /** The group of Sluice's artifacts. */
  public static final String GROUP = "io.sluice";

  private static final List<DropInJar> ALL =
      List.of(
          new DropInJar(
              "micrometer",
              "sluice-sink-micrometer-plugin",
              "sinks/micrometer-plugin",
              "keeps figures of runs, which Prometheus reads from /metrics"),
          new DropInJar(
              "otel",
              "sluice-sink-opentelemetry-plugin",
              "sinks/opentelemetry-plugin",
              "reports runs to OpenTelemetry as spans and metrics, by OTLP"));

  /** All of them, by the name of the sink. */
  public static List<DropInJar> all() {
    return ALL;
  }

  /** The jar that brings that sink; empty if it is none of these. */
  public static Optional<DropInJar> of(String sink) {
    return ALL.stream().filter(jar -> jar.sink().equals(sink)).findFirst();
  }

  /**
   * Says that the jar is missing, and what to do, in one line.
   *
   * @param kind what it was to bring, such as {@code sink}
   * @param folder the user's plugin folder, if there is one
   */
  public String missing(String kind, Optional<Path> folder) {
    return kind + " '" + sink + "' needs " + whereabouts(folder) + "; put it there: " + remedy();
  }

  /** Its purpose, and how to get it, for a list of sinks. */
  public String listed(Optional<Path> folder) {
    return purpose + " (needs " + whereabouts(folder) + ": " + remedy() + ")";
  }

  private String whereabouts(Optional<Path> folder) {
    return artifact + ".jar in " + folder.map(Path::toString).orElse("your plugin folder");
  }

  private String remedy() {
    return "sluice plugins add " + sink;
  }
}
