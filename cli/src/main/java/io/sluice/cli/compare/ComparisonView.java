package io.sluice.cli.compare;

import io.sluice.accumulate.ProgressAccumulator;
import io.sluice.pipeline.Pipeline;
import io.sluice.sink.Sink;
import java.io.IOException;

/**
 * Where the answers of a comparison are shown while they come. They are known by their number, from
 * 0; each comes on a thread of its own.
 */
interface ComparisonView extends AutoCloseable {
  /** Shows answer {@code number} on stdout. */
  Sink printing(int number);

  /** Answer {@code number} can be watched; what watches it may be added to its pipeline. */
  void watch(int number, ProgressAccumulator progress, Pipeline.Builder pipeline);

  /** The answers are on their way. */
  void begin();

  /** Answer {@code number} has ended. */
  void over(int number);

  /** All have ended, and what has not been printed is printed now. */
  @Override
  void close() throws IOException;
}
