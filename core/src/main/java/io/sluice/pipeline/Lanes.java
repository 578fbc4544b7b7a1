package io.sluice.pipeline;

import io.sluice.pipeline.SinkFailure.Phase;
import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The sinks of one run, visited in the order of their declaration. Called in turns. */
final class Lanes {

  private final List<Lane> lanes = new ArrayList<>();
  private final List<Lane> reasons = new ArrayList<>();
  private final Interrupts interrupts;

  Lanes(Interrupts interrupts) {
    this.interrupts = interrupts;
  }

  /**
   * Makes every sink, also after one could not be made: what is given ready-made must be closed.
   */
  void make(List<DeclaredSink> outlets, BiConsumer<DeclaredSink, SinkFailure> failures) {
    for (DeclaredSink outlet : outlets) {
      interrupts.clear();
      make(outlet, failure -> failures.accept(outlet, failure));
    }
  }

  /** Whether one of those is live for whose sake a stream goes on. */
  boolean anyLive() {
    for (Lane lane : reasons) {
      if (lane.live()) {
        return true;
      }
    }
    return false;
  }

  /** {@link #each} of the call that is made for every chunk, and so makes no garbage. */
  void chunk(Chunk chunk) {
    for (Lane lane : lanes) {
      interrupts.clear();
      lane.chunk(chunk);
    }
  }

  /** Calls each sink in turn, with the thread's interrupt flag cleared. */
  void each(Consumer<Lane> call) {
    eachUntil(() -> false, call);
  }

  /** Calls each sink in turn until that is no longer wanted. */
  void eachUntil(BooleanSupplier enough, Consumer<Lane> call) {
    for (Lane lane : lanes) {
      interrupts.clear();
      if (enough.getAsBoolean()) {
        return;
      }
      call.accept(lane);
    }
  }

  void close() {
    for (int last = lanes.size() - 1; last >= 0; last--) {
      interrupts.clear();
      lanes.get(last).close();
    }
  }

  private void make(DeclaredSink outlet, Consumer<SinkFailure> failures) {
    try {
      Sink sink = outlet.sinks().get();
      if (sink == null) {
        throw new IllegalStateException("its supplier made no sink");
      }
      var direct = new DirectLane(outlet.name(), sink, failures);
      Lane lane =
          outlet
              .delivery()
              .buffering()
              .<Lane>map(buffer -> new BufferedLane(direct, buffer))
              .orElse(direct);
      lanes.add(lane);
      if (outlet.keepsStreamGoing()) {
        reasons.add(lane);
      }
    } catch (Throwable thrown) {
      failures.accept(new SinkFailure(outlet.name(), Phase.OPEN, thrown));
    }
  }
}
