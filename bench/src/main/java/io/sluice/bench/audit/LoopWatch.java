package io.sluice.bench.audit;

import java.util.function.LongConsumer;

/** Tells how late the event loops of a transport are, at regular ticks. */
@FunctionalInterface
public interface LoopWatch {

  /**
   * Tells {@code late} the nanoseconds by which each tick came late, until the result is closed.
   * The consumer is called on the event loops and must not block.
   */
  Watching watch(LongConsumer late);

  /** A watch of transports that have no event loop: it never tells anything. */
  static LoopWatch none() {
    return late -> () -> {};
  }

  /** A watch that is going on. */
  interface Watching extends AutoCloseable {

    /** Ends the watch. */
    @Override
    void close();
  }
}
