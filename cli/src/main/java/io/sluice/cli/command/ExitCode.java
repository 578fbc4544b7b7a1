package io.sluice.cli.command;

/** What the command tells its caller. The numbers are a promise to scripts. */
public enum ExitCode {
  /** The answer is complete, whatever its finish reason. */
  COMPLETED(0),
  /** Something said that it went wrong. */
  FAILED(1),
  /** Usage, configuration, an unsupported request, or a sink that could not open. */
  NOTHING_SENT(2),
  /** The answer is complete, but a sink that the user named failed. */
  SINK_FAILED(3),
  /** The body ended before the answer did. */
  TRUNCATED(4),
  /** A limit on waiting was reached. */
  TIMED_OUT(5),
  /** 401 or 403, or an error that means the same. */
  NOT_AUTHORISED(6),
  /** 429 or 402, or an error that means the same. */
  RATE_LIMITED(7),
  /** Complete in form, but under {@code --strict} cut, or without what was asked of it. */
  CUT(8),
  /** The terminal went away (SIGHUP). */
  HUNG_UP(129),
  /** SIGINT. */
  INTERRUPTED(130),
  /** The reader of stdout has gone away. */
  STDOUT_CLOSED(141),
  /** SIGTERM. */
  TERMINATED(143);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** This code, unless all went well so far: then that one. Of several inputs the first counts. */
  public ExitCode orElse(ExitCode later) {
    return this == COMPLETED ? later : this;
  }
}
