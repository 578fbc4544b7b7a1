package io.sluice.pipeline;

import io.sluice.context.ContextPropagation.Captured;
import io.sluice.pipeline.SinkFailure.Phase;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stage.Stage;
import io.sluice.stage.StageTimer;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sinks of one run, visited in the order of their declaration, and the stages before all of
 * them. Called in turns.
 */
final class Lanes {

  private final List<Lane> lanes = new ArrayList<>();
  private final List<Lane> reasons = new ArrayList<>();
  private final Interrupts interrupts;
  private final StageTimer timer;
  private final Executor turns;
  private final Captured caller;

  /** Null without stages before all sinks: chunks then cost nothing but the sinks. */
  private @Nullable RunStages shared;

  /**
   * Sinks that are not made yet.
   *
   * @param turns runs what the timer wakes, between the other turns of the run
   * @param caller the context in which sinks are called that have a thread of their own
   */
  Lanes(Interrupts interrupts, StageTimer timer, Executor turns, Captured caller) {
    this.interrupts = interrupts;
    this.timer = timer;
    this.turns = turns;
    this.caller = caller;
  }

  /** Puts these stages before all sinks. */
  void through(List<Supplier<? extends Stage>> stages) {
    if (!stages.isEmpty()) {
      shared = new RunStages(stages, timer, turns, this::visit, this::retireAll);
    }
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

  /** Opens the stages, then each sink in turn until that is no longer wanted. */
  void open(BooleanSupplier enough, StreamContext context) {
    if (shared == null || shared.open(context)) {
      eachUntil(enough, lane -> lane.open(context));
    }
  }

  void retry(Retry retry) {
    if (shared == null || shared.retry(retry)) {
      each(lane -> lane.retry(retry));
    }
  }

  void chunk(Chunk chunk) {
    if (shared == null) {
      visit(chunk);
    } else {
      interrupts.clear();
      shared.chunk(chunk);
    }
  }

  /** Has the stages give what they hold; returns when each sink has had all there was. */
  void drain(Outcome outcome) {
    if (shared != null) {
      interrupts.clear();
      shared.flush(outcome);
    }
    each(lane -> lane.flush(outcome));
    each(Lane::drain);
  }

  void end(Outcome outcome) {
    if (shared == null) {
      tell(outcome);
    } else {
      shared.end(outcome, this::tell);
    }
  }

  private void tell(Outcome outcome) {
    each(lane -> lane.end(outcome));
  }

  /** {@link #each} of the call that is made for every chunk, and so makes no garbage. */
  private void visit(Chunk chunk) {
    for (Lane lane : lanes) {
      interrupts.clear();
      lane.chunk(chunk);
    }
  }

  /**
   * What a stage before all sinks threw is a failure of every sink that takes calls of the kind.
   */
  private void retireAll(Phase phase, Throwable cause) {
    boolean every = phase == Phase.OPEN || phase == Phase.CLOSE;
    for (Lane lane : lanes) {
      if (every || lane.live()) {
        lane.retire(phase, cause);
      }
    }
  }

  /** Calls each sink in turn, with the thread's interrupt flag cleared. */
  private void each(Consumer<Lane> call) {
    eachUntil(() -> false, call);
  }

  /** Calls each sink in turn until that is no longer wanted. */
  private void eachUntil(BooleanSupplier enough, Consumer<Lane> call) {
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
    if (shared != null) {
      interrupts.clear();
      shared.close();
    }
  }

  private void make(DeclaredSink outlet, Consumer<SinkFailure> failures) {
    try {
      Sink sink = outlet.sinks().get();
      if (sink == null) {
        throw new IllegalStateException("its supplier made no sink");
      }
      int place = lanes.size();
      var silence =
          new Silence(timer, due -> turns.execute(() -> tellIfDue(lanes.get(place), due)));
      var direct = new DirectLane(outlet.name(), sink, failures, silence);
      Lane lane = behindStages(outlet.delivery(), buffered(outlet.delivery(), direct));
      lanes.add(lane);
      if (outlet.keepsStreamGoing()) {
        reasons.add(lane);
      }
    } catch (Throwable thrown) {
      failures.accept(new SinkFailure(outlet.name(), Phase.OPEN, thrown));
    }
  }

  private void tellIfDue(Lane lane, Silence silence) {
    if (lane.live() && silence.isDue()) {
      Duration length = silence.length();
      if (shared == null || shared.idle(length)) {
        interrupts.clear();
        lane.idle(length);
      }
    }
    silence.again();
  }

  private Lane buffered(Delivery delivery, DirectLane direct) {
    return delivery
        .buffering()
        .<Lane>map(buffer -> new BufferedLane(direct, buffer, caller))
        .orElse(direct);
  }

  private Lane behindStages(Delivery delivery, Lane lane) {
    return delivery.stages().isEmpty()
        ? lane
        : new StagedLane(lane, delivery.stages(), timer, turns);
  }
}
