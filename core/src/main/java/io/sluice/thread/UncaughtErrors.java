package io.sluice.thread;

/** Reports exceptions of foreign code that no caller can catch. */
public final class UncaughtErrors {

  private UncaughtErrors() {}

  /**
   * Passes an exception that must not propagate here to this thread's handler of uncaught
   * exceptions.
   */
  public static void of(Throwable thrown) {
    Thread thread = Thread.currentThread();
    try {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
    } catch (RuntimeException | Error ignored) {
      // The JVM also ignores exceptions of the handler.
    }
  }
}
