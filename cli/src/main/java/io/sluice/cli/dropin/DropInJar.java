package io.sluice.cli.dropin;

import io.sluice.plugin.PluginKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A jar of Sluice that the command does without until it is added.
 *
 * @param sink the name of the sink that it brings, and of what else it brings
 * @param kinds the words for the kinds of extensions that it brings under that name
 * @param artifact its name in a Maven repository, where its group is {@value #GROUP}
 * @param module its folder among the sources, with {@code /} between names
 * @param purpose the purpose of the sink, in one line
 */
public record DropInJar(
    String sink, Set<String> kinds, String artifact, String module, String purpose) {

  /** The group of Sluice's artifacts. */
  public static final String GROUP = "io.sluice";

  private static final Set<String> SINK = Set.of(PluginKind.SINK.word());

  private static final List<DropInJar> ALL =
      List.of(
          new DropInJar(
              "kafka",
              Set.of(PluginKind.SINK.word(), PluginKind.RUN_SOURCE.word(), PluginKind.QUEUE.word()),
              "sluice-kafka-plugin",
              "kafka-plugin",
              "writes runs to Apache Kafka, chunk by chunk or as results"),
          new DropInJar(
              "micrometer",
              SINK,
              "sluice-sink-micrometer-plugin",
              "sinks/micrometer-plugin",
              "keeps figures of runs, which Prometheus reads from /metrics"),
          new DropInJar(
              "otel",
              SINK,
              "sluice-sink-opentelemetry-plugin",
              "sinks/opentelemetry-plugin",
              "reports runs to OpenTelemetry as spans and metrics, by OTLP"));

  /** Copies the set. */
  public DropInJar {
    kinds = Set.copyOf(kinds);
  }

  /** All of them, by the name of the sink. */
  public static List<DropInJar> all() {
    return ALL;
  }

  /** The jar that brings that sink; empty if it is none of these. */
  public static Optional<DropInJar> of(String sink) {
    return of(PluginKind.SINK.word(), sink);
  }

  /** The jar that brings an extension of that kind; empty if it is none of these. */
  public static Optional<DropInJar> of(String kind, String name) {
    return ALL.stream()
        .filter(jar -> jar.sink().equals(name) && jar.kinds().contains(kind))
        .findFirst();
  }

  /**
   * Says that the jar is missing, and what to do, in one line.
   *
   * @param kind the kind of extension that is asked for
   * @param folder the user's plugin folder, if there is one
   */
  public String missing(String kind, Optional<Path> folder) {
    return kind + " '" + sink + "' needs " + whereabouts(folder) + "; put it there: " + remedy();
  }

  /** Its purpose if it is a sink that is listed, and how to get it, for a list of that kind. */
  public String listed(String kind, Optional<Path> folder) {
    String what = kind.equals(PluginKind.SINK.word()) ? purpose : "comes with the sink";
    return what + " (needs " + whereabouts(folder) + ": " + remedy() + ")";
  }

  private String whereabouts(Optional<Path> folder) {
    return artifact + ".jar in " + folder.map(Path::toString).orElse("your plugin folder");
  }

  private String remedy() {
    return "sluice plugins add " + sink;
  }
}
