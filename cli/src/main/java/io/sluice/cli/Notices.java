package io.sluice.cli;

import java.io.PrintStream;

/**
 * What a person is told on stderr, a line each. Whatever is said is made harmless for a terminal.
 * Thread-safe.
 */
final class Notices {
  private final PrintStream err;
  private final Loudness loudness;

  Notices(PrintStream err, Loudness loudness) {
    this.err = err;
    this.loudness = loudness;
  }

  /** Something worth knowing; left out under {@code --quiet}. Whether it was said. */
  boolean notice(String line) {
    boolean said = loudness == Loudness.ALL;
    if (said) {
      err.println(OneLine.of(line));
    }
    return said;
  }

  /** How a run that did not complete ended, or why the command could not begin. */
  void error(String line) {
    err.println(OneLine.of("sluice: " + line));
  }

  /** How much is said. */
  enum Loudness {
    /** Notices and errors. */
    ALL,
    /** Errors alone. */
    ERRORS
  }
}
