package io.sluice.bench.measure;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The clock of a benchmark. Thread-safe. */
public interface BenchClock {

  /** Nanoseconds since some fixed moment, the one that {@link System#nanoTime} counts from. */
  long nanos();

  /** Waits until that moment; returns at once if it has passed, and early if it is interrupted. */
  void parkUntil(long moment);

  /** The clock of the machine. */
  static BenchClock system() {
    return new BenchClock() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void parkUntil(long moment) {
        long left = moment - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
          LockSupport.parkNanos(this, Math.min(left, TimeUnit.SECONDS.toNanos(1)));
          left = moment - System.nanoTime();
        }
      }
    };
  }
}
