package io.sluice.pipeline;

import io.sluice.stage.StageTimer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How long a sink was not called, and the timer that says when it is to be told. Does nothing for a
 * sink that does not ask. Thread-safe; the sink's own calls are made in turns.
 */
final class Silence {

  /** Below this, telling costs more than it is worth. */
  static final Duration SHORTEST = Duration.ofMillis(100);

  /** Longer than any run, and still short enough for a clock of nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private final StageTimer timer;
  private final Consumer<Silence> due;
  private volatile long interval;
  private volatile long lastCall;
  private volatile long lastOther;
  private boolean over;

  /** Null unless a task of the timer is on its way. */
  private @Nullable Runnable cancellation;

  /**
   * @param due called by the timer when the sink may have to be told; must not block
   */
  Silence(StageTimer timer, Consumer<Silence> due) {
    this.timer = timer;
    this.due = due;
  }

  /**
   * Begins, if the sink asks for it, now that it is open.
   *
   * @throws IllegalArgumentException in one line, if the interval is too short
   */
  void begin(Optional<Duration> asked) {
    if (asked.isPresent()) {
      Duration time = asked.get();
      if (time.compareTo(SHORTEST) < 0) {
        throw new IllegalArgumentException(
            "the idle interval is "
                + time.toMillis()
                + " ms; use "
                + SHORTEST.toMillis()
                + " ms or more");
      }
      interval = (time.compareTo(LONGEST) > 0 ? LONGEST : time).toNanos();
      called();
      again();
    }
  }

  /** A call of the sink has returned. */
  void called() {
    if (interval != 0) {
      lastCall = timer.nanoTime();
      lastOther = lastCall;
    }
  }

  /** The sink was told. */
  void told() {
    lastCall = timer.nanoTime();
  }

  /** Whether the sink has not been called for an interval. */
  boolean isDue() {
    return interval != 0 && timer.nanoTime() - lastCall >= interval;
  }

  /** The time since the sink was called for another reason than silence. */
  Duration length() {
    return Duration.ofNanos(timer.nanoTime() - lastOther);
  }

  /**
   * Has the timer come again: when the sink would be due, or after an interval if it is due now.
   */
  synchronized void again() {
    if (!over) {
      long left = interval - (timer.nanoTime() - lastCall);
      cancellation =
          timer.schedule(Duration.ofNanos(left > 0 ? left : interval), () -> due.accept(this));
    }
  }

  /** Ends; the timer does not come any more. */
  synchronized void end() {
    over = true;
    if (cancellation != null) {
      cancellation.run();
      cancellation = null;
    }
  }
}
