package io.sluice.cli.terminal;

import java.io.PrintStream;

/**
 * What a person is told on stderr, a line each. Whatever is said is made harmless for a terminal.
 * Thread-safe.
 */
public final class Notices {
  private final PrintStream err;
  private final Loudness loudness;
  private final String subject;

  /** Creates notices that go to {@code err}, as far as the loudness lets them pass. */
  public Notices(PrintStream err, Loudness loudness) {
    this(err, loudness, "");
  }

  private Notices(PrintStream err, Loudness loudness, String subject) {
    this.err = err;
    this.loudness = loudness;
    this.subject = subject;
  }

  /** Notices as loud as these, of which each line begins with {@code which} and a colon. */
  public Notices about(String which) {
    return new Notices(err, loudness, which + ": ");
  }

  /** Something worth knowing; left out under {@code --quiet}. Whether it was said. */
  public boolean notice(String line) {
    boolean said = loudness == Loudness.ALL;
    if (said) {
      err.println(TerminalText.of(subject + line));
    }
    return said;
  }

  /** How a run that did not complete ended, or why the command could not begin. */
  public void error(String line) {
    err.println(TerminalText.of("sluice: " + subject + line));
  }

  /** How much is said. */
  public enum Loudness {
    /** Notices and errors. */
    ALL,
    /** Errors alone. */
    ERRORS
  }
}
