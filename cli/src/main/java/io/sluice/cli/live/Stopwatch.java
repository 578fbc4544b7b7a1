package io.sluice.cli.live;

import java.time.Duration;
import java.util.function.LongSupplier;

/** One start for several answers, each of which looks at it when it will. Thread-safe. */
public final class Stopwatch {
  private final LongSupplier clock;
  private volatile long start;

  /** Started now; {@code clock} tells nanoseconds of whatever origin. */
  public Stopwatch(LongSupplier clock) {
    this.clock = clock;
    start = clock.getAsLong();
  }

  /** Starts once more. */
  public void start() {
    start = clock.getAsLong();
  }

  Duration elapsed() {
    return Duration.ofNanos(clock.getAsLong() - start);
  }
}
