package io.sluice.cli;

/**
 * One call of a command.
 *
 * @param arguments what was given
 * @param streams where it reads and writes
 * @param interruption the signal that may end it
 */
record Call(Arguments arguments, Streams streams, Interruption interruption) {
  /** The same with other arguments. */
  Call with(Arguments others) {
    return new Call(others, streams, interruption);
  }

  /** What this call may say on stderr. */
  Notices notices() {
    boolean quiet = arguments.on("--quiet");
    return new Notices(streams.err(), quiet ? Notices.Loudness.ERRORS : Notices.Loudness.ALL);
  }
}
