package io.sluice.sinks.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One of the three standard streams of this process. */
public enum StandardStream {
  /** Standard input. */
  INPUT(0),
  /** Standard output. */
  OUTPUT(1),
  /** Standard error. */
  ERROR(2);

  /** The property in which the launcher lists the file descriptors that are terminals. */
  private static final String SEEN_BY_LAUNCHER = "sluice.terminals";

  private final int descriptor;

  StandardStream(int descriptor) {
    this.descriptor = descriptor;
  }

  /**
   * Returns whether it is a terminal: as the launcher detected it, otherwise as {@code /proc} shows
   * it; false if neither is available. The JDK itself knows only whether both input and output are
   * terminals, which is false if the prompt is piped.
   */
  public boolean isTerminal() {
    String seen = System.getProperty(SEEN_BY_LAUNCHER);
    return seen == null ? isShownByTerminal() : seen.contains(Integer.toString(descriptor));
  }

  private boolean isShownByTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
