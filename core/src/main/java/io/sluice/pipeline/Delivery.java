package io.sluice.pipeline;

import io.sluice.stage.Stage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How a pipeline delivers to one sink: whether a run needs the sink, whether chunks wait for it in
 * a buffer, and which stages shape them before. A delivery is direct, on the run's own thread,
 * unless it is {@link #buffered}. Immutable.
 */
public final class Delivery {

  private final Need need;
  private final Optional<Buffering> buffering;
  private final List<Supplier<? extends Stage>> stages;

  private Delivery(
      Need need, Optional<Buffering> buffering, List<Supplier<? extends Stage>> stages) {
    this.need = need;
    this.buffering = buffering;
    this.stages = stages;
  }

  private Delivery(Need need) {
    this(need, Optional.empty(), List.of());
  }

  /** Returns the usual delivery: if the sink does not open, nothing is sent and the run fails. */
  public static Delivery required() {
    return new Delivery(Need.REQUIRED);
  }

  /** Returns a delivery that retires a sink that does not open, instead of ending the run. */
  public static Delivery optional() {
    return new Delivery(Need.OPTIONAL);
  }

  /**
   * Returns an optional delivery to a sink that is no reason for the stream to go on. If no other
   * sink is live, the stream is cancelled as if there were none.
   */
  public static Delivery watching() {
    return new Delivery(Need.NONE);
  }

  /** Returns the usual delivery, {@link #behind} this stage. */
  public static Delivery through(Supplier<? extends Stage> stage) {
    return required().behind(stage);
  }

  /**
   * Returns this delivery with a stage more: the sink gets what the stage makes of the chunks that
   * pass the stages before it. Each run makes a stage of its own, and calls it on the run's thread,
   * also if the delivery is buffered. A stage that throws, or cannot be made, counts as a sink that
   * throws in the same call.
   */
  public Delivery behind(Supplier<? extends Stage> stage) {
    return new Delivery(need, buffering, Stream.concat(stages.stream(), Stream.of(stage)).toList());
  }

  /**
   * Returns this delivery with a buffer. Chunks wait in a queue of {@code capacity}, and a thread
   * of the sink's own hands them over, so that the sink slows the others only by {@link
   * Overflow#BLOCK}. The queue is empty before the sink's {@code onEnd}; the run waits for that.
   *
   * @throws IllegalArgumentException if the capacity is below 1
   */
  public Delivery buffered(int capacity, Overflow overflow) {
    return new Delivery(need, Optional.of(new Buffering(capacity, overflow)), stages);
  }

  Need need() {
    return need;
  }

  Optional<Buffering> buffering() {
    return buffering;
  }

  List<Supplier<? extends Stage>> stages() {
    return stages;
  }
}
