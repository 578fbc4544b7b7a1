package io.sluice.cli.command;

import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.Look;
import io.sluice.cli.terminal.Notices;
import io.sluice.cli.terminal.StandardStreams;

/**
 * One call of a command.
 *
 * @param arguments what was given
 * @param streams where it reads and writes
 * @param interruption the signal that may end it
 */
public record Call(Arguments arguments, StandardStreams streams, Interruption interruption) {
  /** This call with other arguments. */
  public Call with(Arguments others) {
    return new Call(others, streams, interruption);
  }

  /**
   * What this call may write beside plain text. Reads the settings, which a command that prints
   * nothing but plain text does not need.
   */
  public Look look() {
    Look look = Look.of(streams.terminals(), arguments.environment());
    return arguments.on(FlagKey.NO_COLOR) ? look.unstyled() : look;
  }

  /** What this call may say on stderr. */
  public Notices notices() {
    boolean quiet = arguments.on(FlagKey.QUIET);
    return new Notices(streams.err(), quiet ? Notices.Loudness.ERRORS : Notices.Loudness.ALL);
  }
}
