package io.sluice.context;

import io.sluice.thread.LastWords;

/**
 * Carries what a thread knows, such as a trace or a logging context, from the caller that starts a
 * run to the threads that call its sinks and stages. Thread-safe.
 */
@FunctionalInterface
public interface ContextPropagation {

  /**
   * Captures the context of the current thread. Called once for each run, on the thread that starts
   * it. What this throws, the start throws; no sink was touched.
   */
  Captured capture();

  /** Returns a propagation that carries nothing. */
  static ContextPropagation none() {
    return () -> () -> () -> {};
  }

  /**
   * The context of a thread at one moment. Thread-safe; opened any number of times, also at once.
   */
  @FunctionalInterface
  interface Captured {

    /** Restores the context on the current thread, until the scope is closed on that thread. */
    Scope open();

    /**
     * Runs a task within the context. The task runs and its exception is thrown also if the context
     * cannot be restored or cleared; that exception goes to the thread's handler of uncaught ones.
     */
    default void run(Runnable task) {
      Scope scope = () -> {};
      try {
        scope = open();
      } catch (RuntimeException | Error broken) {
        LastWords.of(broken);
      }
      try {
        task.run();
      } finally {
        try {
          scope.close();
        } catch (RuntimeException | Error broken) {
          LastWords.of(broken);
        }
      }
    }
  }

  /** A context that is restored. */
  @FunctionalInterface
  interface Scope extends AutoCloseable {

    /** Gives the thread the context back that it had before. */
    @Override
    void close();
  }
}
