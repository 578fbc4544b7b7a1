package io.sluice.testkit;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own in which {@link SinkProbe} uses the sink of a contract, so that static fields
 * are as they begin, and the descriptors, temporary files and shutdown hooks are the sink's alone.
 */
final class FreshJvm {

  private static final int MOST_SECONDS = 120;

  /** The probe reads the hooks that the JVM keeps, for which there is no public method. */
  private static final String READ_HOOKS = "--add-opens=java.base/java.lang=ALL-UNNAMED";

  private final Class<?> contract;
  private final Path folder;

  private FreshJvm(Class<?> contract, Path folder) {
    this.contract = contract;
    this.folder = folder;
  }

  /**
   * Uses the sink of that contract.
   *
   * @param folder an empty folder for all that the other JVM writes
   */
  static ProbeReport probe(Class<?> contract, Path folder)
      throws IOException, InterruptedException {
    return new FreshJvm(contract, folder).run();
  }

  private ProbeReport run() throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path report = folder.resolve("report");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(READ_HOOKS, "-Djava.io.tmpdir=" + temporary, "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classPath(), SinkProbe.class.getName()));
    command.addAll(List.of(contract.getName(), folder.toString(), report.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectInput(
                ProcessBuilder.Redirect.from(Files.createFile(folder.resolve("in")).toFile()))
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    try {
      boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
      return ended && Files.exists(report)
          ? ProbeReport.read(report).withDirectOutput(folder)
          : ProbeReport.impossible("the JVM that was to use it did not report; see " + folder);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** The class path and the module path of this JVM, and where the test and the kit are. */
  private String classPath() {
    Set<String> places = new LinkedHashSet<>();
    places.add(System.getProperty("java.class.path", ""));
    places.add(System.getProperty("jdk.module.path", ""));
    places.add(place(contract));
    places.add(place(SinkProbe.class));
    places.remove("");
    return String.join(File.pathSeparator, places);
  }

  private static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return source == null ? "" : Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException | IllegalArgumentException notAFile) {
      return "";
    }
  }
}
