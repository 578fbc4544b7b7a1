package io.sluice.sinks.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is known of the process's standard output. */
final class StandardOutput {

  /** In this property the launcher lists the file descriptors that are terminals. */
  private static final String SEEN_BY_LAUNCHER = "sluice.terminals";

  private StandardOutput() {}

  /**
   * Whether a terminal shows it, as far as can be told. The JDK itself knows only whether input and
   * output both are terminals, which a piped prompt makes false.
   */
  static boolean isTerminal() {
    String seen = System.getProperty(SEEN_BY_LAUNCHER);
    return seen == null ? isTerminalOfTheSystem() : seen.contains("1");
  }

  private static boolean isTerminalOfTheSystem() {
    try {
      String shownOn = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return shownOn.startsWith("/dev/pts/") || shownOn.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
