package io.sluice.stage;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The clock of stages. Tests bring one of their own, and wait for nothing. Thread-safe. */
public interface StageTimer {

  /** Nanoseconds since any moment; never less than before. */
  long nanoTime();

  /**
   * Runs a task once, on any thread, about when the delay has passed. The task does little and
   * never blocks.
   *
   * @return what takes the task back, if it has not begun; may be called repeatedly
   */
  Runnable schedule(Duration delay, Runnable task);

  /** The timer of the JDK, which needs no thread of its own. */
  static StageTimer system() {
    return SystemTimer.ONLY;
  }

  /** Uses the thread with which the JDK times out futures. */
  enum SystemTimer implements StageTimer {
    /** The only instance, which has no state. */
    ONLY;

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }

    @Override
    public Runnable schedule(Duration delay, Runnable task) {
      var alarm =
          new CompletableFuture<Boolean>()
              .completeOnTimeout(true, delay.toNanos(), TimeUnit.NANOSECONDS);
      alarm.thenRun(task);
      return () -> alarm.cancel(false);
    }
  }
}
