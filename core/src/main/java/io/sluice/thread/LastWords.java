package io.sluice.thread;

/** Where that goes which others' code throws and nobody is there to catch. */
public final class LastWords {

  private LastWords() {}

  /** Hands over what must not unwind this stack to the handler of this thread's uncaught throws. */
  public static void of(Throwable thrown) {
    Thread thread = Thread.currentThread();
    try {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
    } catch (RuntimeException | Error ignored) {
      // As the JVM does it.
    }
  }
}
