package io.sluice.cli.command;

import io.sluice.cli.settings.FlagKey;

/** What the command tells its caller. The numbers are a promise to scripts. */
public enum ExitCode {
  /** The answer is complete, whatever its finish reason. */
  COMPLETED(0, "completed, whatever the finish reason"),
  /** Something said that it went wrong. */
  FAILED(1, "failed"),
  /** Usage, configuration, an unsupported request, or a sink that could not open. */
  NOTHING_SENT(
      2, "nothing was sent: a wrong flag, setting or request, or a sink that could not open"),
  /** The answer is complete, but a sink that the user named failed. */
  SINK_FAILED(3, "completed, but a sink you named failed"),
  /** The body ended before the answer did. */
  TRUNCATED(4, "truncated: the stream ended before the answer did"),
  /** A limit on waiting was reached. */
  TIMED_OUT(5, "timed out"),
  /** 401 or 403, or an error that means the same. */
  NOT_AUTHORISED(6, "not authorised"),
  /** 429 or 402, or an error that means the same. */
  RATE_LIMITED(7, "rate-limited or out of quota"),
  /** Complete in form, but under {@code --strict} cut, or without what was asked of it. */
  CUT(
      8,
      "completed, but does not fit its schema, with "
          + FlagKey.STRICT.flag()
          + " was cut, or is beyond "
          + FlagKey.FAIL_IF.flag()),
  /** Measured, but by a client that was too slow to vouch for its figures. */
  VOID(9, "measured, but the figures are void: the client was too slow"),
  /** The terminal went away (SIGHUP). */
  HUNG_UP(129, "hung up: the terminal went away"),
  /** SIGINT. */
  INTERRUPTED(130, "interrupted (Ctrl-C)"),
  /** The reader of stdout has gone away. */
  STDOUT_CLOSED(141, "the reader of stdout went away"),
  /** SIGTERM. */
  TERMINATED(143, "terminated");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** The number with which the process ends. */
  public int number() {
    return number;
  }

  /** What the code tells, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** This code, unless all went well so far: then that one. Of several inputs the first counts. */
  public ExitCode orElse(ExitCode later) {
    return this == COMPLETED ? later : this;
  }
}
