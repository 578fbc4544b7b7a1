package io.sluice.sinks.exec;

import java.time.Duration;

/**
 * Waits with a limit, and is not ended by an interrupt: an interrupt stops a run's stream, but the
 * program must still be told the end and be waited for. The interrupt flag is kept.
 */
final class BoundedWait {

  private BoundedWait() {}

  /** Whether the event happened within {@code limit}. */
  static boolean await(Wait wait, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return wait.within(Math.max(0, end - System.nanoTime()));
        } catch (InterruptedException kept) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** An event to wait for. */
  @FunctionalInterface
  interface Wait {
    boolean within(long nanos) throws InterruptedException;
  }
}
