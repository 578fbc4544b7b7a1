package io.sluice.cli;

import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Interruption;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Takes the signals that a process gets. Of those that end it the first stops what is under way and
 * gives it {@value #PATIENCE_SECONDS} s to end in order; a second leaves at once, and so does the
 * first where nothing is under way. In a conversation an interrupt ends no more than the answer.
 *
 * <p>The class behind this is reached by reflection because javac warns of its mere name, and the
 * shutdown hooks it would spare cannot see a second signal.
 */
final class Signals {
  private static final int PATIENCE_SECONDS = 5;
  private static final Map<String, ExitCode> CODES =
      Map.of(
          "HUP", ExitCode.HUNG_UP,
          "INT", ExitCode.INTERRUPTED,
          "TERM", ExitCode.TERMINATED);

  private Signals() {}

  /**
   * From now on signals come to {@code interruption}; {@code command} is the thread they end.
   *
   * @param beforeLeaving what is done last where the process ends at once; must not wait
   */
  static void deliver(Interruption interruption, Thread command, Runnable beforeLeaving) {
    CODES.forEach(
        (name, code) -> install(name, () -> taken(code, interruption, command, beforeLeaving)));
  }

  /** From now on {@code action} is done whenever the terminal has got another size. */
  static void onResize(Runnable action) {
    install("WINCH", action);
  }

  private static void taken(
      ExitCode code, Interruption interruption, Thread command, Runnable beforeLeaving) {
    Interruption.Effect effect = interruption.raise(code);
    if (effect == Interruption.Effect.GO_ON) {
      return;
    }
    try {
      if (effect == Interruption.Effect.END) {
        command.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      }
    } catch (InterruptedException nobodyWaits) {
      Thread.currentThread().interrupt();
    }
    beforeLeaving.run();
    Runtime.getRuntime().halt(interruption.raised().orElse(code).number());
  }

  /** Where a system lacks the signal or the JVM the class, the JVM's own way of ending stays. */
  private static void install(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> taker = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              taker.getClassLoader(),
              new Class<?>[] {taker},
              (self, method, arguments) -> {
                action.run();
                return null;
              });
      Object named = signal.getConstructor(String.class).newInstance(name);
      signal.getMethod("handle", signal, taker).invoke(null, named, proxy);
    } catch (InvocationTargetException refused) {
      // SIGHUP under nohup, or a JVM started with -Xrs.
    } catch (ReflectiveOperationException absent) {
      // A runtime image without jdk.unsupported.
    }
  }
}
