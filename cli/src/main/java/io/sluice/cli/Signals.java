package io.sluice.cli;

import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Interruption;
import io.sluice.cli.terminal.SystemSignal;
import java.util.Map;

/**
 * Takes the signals that a process gets. Of those that end it the first stops what is under way and
 * gives it {@link Interruption#patience()} to end in order; a second leaves at once, and so does
 * the first where nothing is under way. In a conversation an interrupt ends no more than the
 * answer. Shutdown hooks would not do: they cannot see a second signal.
 */
final class Signals {
  private static final Map<String, ExitCode> CODES =
      Map.of(
          "HUP", ExitCode.HUNG_UP,
          "INT", ExitCode.INTERRUPTED,
          "TERM", ExitCode.TERMINATED);

  private Signals() {}

  /**
   * From now on signals come to {@code interruption}; {@code command} is the thread they end.
   *
   * @param beforeLeaving what is done last where the process ends at once; must not wait for long
   */
  static void deliver(Interruption interruption, Thread command, Runnable beforeLeaving) {
    CODES.forEach(
        (name, code) ->
            SystemSignal.take(name, () -> taken(code, interruption, command, beforeLeaving)));
  }

  /** From now on {@code action} is done whenever the terminal has got another size. */
  static void onResize(Runnable action) {
    SystemSignal.take("WINCH", action);
  }

  private static void taken(
      ExitCode code, Interruption interruption, Thread command, Runnable beforeLeaving) {
    Interruption.Effect effect = interruption.raise(code);
    if (effect == Interruption.Effect.GO_ON) {
      return;
    }
    try {
      if (effect == Interruption.Effect.END) {
        command.join(interruption.patience().toMillis());
      }
    } catch (InterruptedException nobodyWaits) {
      Thread.currentThread().interrupt();
    }
    beforeLeaving.run();
    Runtime.getRuntime().halt(interruption.raised().orElse(code).number());
  }
}
