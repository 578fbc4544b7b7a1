package io.sluice.cli.report;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Measures how long a run lasts, its failed attempts and the waits between them included, which a
 * {@link Timing} leaves out. Mutable; for one run.
 */
public final class RunTime implements Sink {
  private final LongSupplier clock;
  private long began;
  private Duration lasted = Duration.ZERO;

  /**
   * For a run that has not begun.
   *
   * @param clock nanoseconds since any moment
   */
  public RunTime(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public void onOpen(StreamContext context) {
    began = clock.getAsLong();
  }

  @Override
  public void onChunk(Chunk chunk) {}

  @Override
  public void onEnd(Outcome outcome) {
    lasted = Duration.ofNanos(clock.getAsLong() - began);
  }

  /** How much of the run was over when the attempt began that these are the marks of. */
  public Duration before(Timing timing) {
    Duration earlier = timing.total().map(lasted::minus).orElse(Duration.ZERO);
    return timing.attempts() > 1 && !earlier.isNegative() ? earlier : Duration.ZERO;
  }
}
