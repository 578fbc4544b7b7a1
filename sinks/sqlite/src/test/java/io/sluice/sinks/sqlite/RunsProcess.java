package io.sluice.sinks.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A {@link RunsWriter} as a process of its own. */
final class RunsProcess {
  private RunsProcess() {}

  static Process start(Path file, int runs, String word) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                RunsWriter.class.getName(),
                file.toString(),
                Integer.toString(runs),
                word))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
