package io.sluice.sinks.exec;

import java.time.Duration;

/**
 * Waits with a limit that an interrupt does not cut short: whoever interrupts a run stops its
 * stream, and a program that is told the end has still to be waited for. The flag is kept.
 */
final class BoundedWait {

  private BoundedWait() {}

  /** Whether it happened within {@code limit}. */
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

  /** Something that can be waited for. */
  @FunctionalInterface
  interface Wait {
    boolean within(long nanos) throws InterruptedException;
  }
}
