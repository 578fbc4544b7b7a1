package io.sluice.cli.terminal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * The signals of the operating system. The class behind this is reached by reflection because javac
 * warns of its mere name.
 */
public final class SystemSignal {
  private SystemSignal() {}

  /**
   * From now on {@code action} is done when a signal of that name comes, such as {@code INT}. Where
   * the system lacks the signal or the JVM the class, nothing changes.
   */
  public static void take(String name, Runnable action) {
    try {
      Class<?> taker = Class.forName("sun.misc.SignalHandler");
      handle(
          name,
          Proxy.newProxyInstance(
              taker.getClassLoader(),
              new Class<?>[] {taker},
              (self, method, arguments) -> {
                action.run();
                return null;
              }));
    } catch (InvocationTargetException refused) {
      // SIGHUP under nohup, or a JVM started with -Xrs.
    } catch (ReflectiveOperationException absent) {
      // A runtime image without jdk.unsupported.
    }
  }

  /** From now on the system does with the signal what it does with it in any process. */
  static void leave(String name) {
    try {
      Class<?> taker = Class.forName("sun.misc.SignalHandler");
      handle(name, taker.getField("SIG_DFL").get(null));
    } catch (ReflectiveOperationException absent) {
      // Then it was never taken.
    }
  }

  private static void handle(String name, Object taker) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    signal
        .getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"))
        .invoke(null, named(signal, name), taker);
  }

  private static Object named(Class<?> signal, String name) throws ReflectiveOperationException {
    return signal.getConstructor(String.class).newInstance(name);
  }
}
