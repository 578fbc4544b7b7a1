package io.sluice.pipeline;

/**
 * Keeps a thread's interrupt flag away from sinks and turns it into a stop. For one turn at a time.
 */
final class Interrupts {

  private final Runnable stop;
  private boolean seen;

  Interrupts(Runnable stop) {
    this.stop = stop;
  }

  /** Clears the current thread's flag; if it was set, the run stops. */
  void clear() {
    if (Thread.interrupted()) {
      seen = true;
      stop.run();
    }
  }

  /** Gives the thread its flag back before it is used for something else. */
  void restore() {
    if (seen) {
      seen = false;
      Thread.currentThread().interrupt();
    }
  }
}
