package io.sluice.cli;

import java.time.Duration;
import java.util.function.LongSupplier;

/** One start for several answers, each of which looks at it when it will. Thread-safe. */
final class Stopwatch {
  private final LongSupplier clock;
  private volatile long start;

  /** Started now; {@code clock} tells nanoseconds of whatever origin. */
  Stopwatch(LongSupplier clock) {
    this.clock = clock;
    start = clock.getAsLong();
  }

  /** Starts once more. */
  void start() {
    start = clock.getAsLong();
  }

  Duration elapsed() {
    return Duration.ofNanos(clock.getAsLong() - start);
  }
}
