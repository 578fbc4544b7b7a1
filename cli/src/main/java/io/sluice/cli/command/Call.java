package io.sluice.cli.command;

import io.sluice.cli.screen.Screen;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.Look;
import io.sluice.cli.terminal.Notices;
import io.sluice.cli.terminal.StandardStreams;
import java.util.Map;
import java.util.Optional;

/**
 * What one call of a command runs in: its variables, its streams and the signal that may end it.
 *
 * <p>The flags of a command are not here: it reads them into a record of its own. Two of them are
 * read on demand, {@code --quiet} and {@code --no-color}, because that reads the settings files,
 * which many calls can do without.
 */
public final class Call {
  private final Arguments arguments;
  private final StandardStreams streams;
  private final Interruption interruption;

  /** A call that was given these arguments. */
  public Call(Arguments arguments, StandardStreams streams, Interruption interruption) {
    this.arguments = arguments;
    this.streams = streams;
    this.interruption = interruption;
  }

  /** The variables of the environment. */
  public Map<String, String> environment() {
    return arguments.environment();
  }

  /** Where the command reads and writes. */
  public StandardStreams streams() {
    return streams;
  }

  /** The signal that may end the call. */
  public Interruption interruption() {
    return interruption;
  }

  /** What the call may write to the standard streams beside plain text. Reads the settings. */
  public Look look() {
    Look look = Look.of(streams.terminals(), environment());
    return arguments.on(FlagKey.NO_COLOR) ? look.unstyled() : look;
  }

  /** What the call says on stderr: errors, and notices unless it is quiet. Reads the settings. */
  public Notices notices() {
    return new Notices(streams.err(), isQuiet() ? Notices.Loudness.ERRORS : Notices.Loudness.ALL);
  }

  /**
   * The screen on which a person watches what is under way; absent if stderr is no terminal, or if
   * the call is quiet. Reads the settings.
   */
  public Optional<Screen> liveScreen() {
    boolean quiet = isQuiet();
    return streams.screen().filter(present -> !quiet);
  }

  private boolean isQuiet() {
    return arguments.on(FlagKey.QUIET);
  }
}
