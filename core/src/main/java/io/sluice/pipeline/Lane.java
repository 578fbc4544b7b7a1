package io.sluice.pipeline;

import io.sluice.pipeline.SinkFailure.Phase;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.time.Duration;

/**
 * The way to one sink of one run. It keeps the grammar: a call that the sink's state forbids does
 * nothing. Called in turns; throws nothing, what the sink throws is reported.
 */
interface Lane {

  /** Whether the sink takes calls: opened, not retired, not told of the end. */
  boolean live();

  void open(StreamContext context);

  void retry(Retry retry);

  void chunk(Chunk chunk);

  /** Tells the sink that it was not called for so long, unless it has been meanwhile. */
  void idle(Duration silence);

  /** Has the stages before the sink give what they hold. */
  default void flush(Outcome outcome) {}

  /** Makes no call of the sink but {@code close} any more, and reports why. */
  void retire(Phase phase, Throwable cause);

  /** Waits until the sink has had everything that was called so far. */
  void drain();

  void end(Outcome outcome);

  void close();
}
