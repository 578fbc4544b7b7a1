package io.sluice.pipeline;

import java.util.Optional;

/**
 * How a pipeline delivers to one sink: whether a run needs the sink, and whether chunks wait for it
 * in a buffer. A delivery is direct, on the run's own thread, unless it is {@link #buffered}.
 * Immutable.
 */
public final class Delivery {

  private final Need need;
  private final Optional<Buffering> buffering;

  private Delivery(Need need, Optional<Buffering> buffering) {
    this.need = need;
    this.buffering = buffering;
  }

  /** Returns the usual delivery: if the sink does not open, nothing is sent and the run fails. */
  public static Delivery required() {
    return new Delivery(Need.REQUIRED, Optional.empty());
  }

  /** Returns a delivery that retires a sink that does not open, instead of ending the run. */
  public static Delivery optional() {
    return new Delivery(Need.OPTIONAL, Optional.empty());
  }

  /**
   * Returns an optional delivery to a sink that is no reason for the stream to go on. If no other
   * sink is live, the stream is cancelled as if there were none.
   */
  public static Delivery watching() {
    return new Delivery(Need.NONE, Optional.empty());
  }

  /**
   * Returns this delivery with a buffer. Chunks wait in a queue of {@code capacity}, and a thread
   * of the sink's own hands them over, so that the sink slows the others only by {@link
   * Overflow#BLOCK}. The queue is empty before the sink's {@code onEnd}; the run waits for that.
   *
   * @throws IllegalArgumentException if the capacity is below 1
   */
  public Delivery buffered(int capacity, Overflow overflow) {
    return new Delivery(need, Optional.of(new Buffering(capacity, overflow)));
  }

  Need need() {
    return need;
  }

  Optional<Buffering> buffering() {
    return buffering;
  }
}
