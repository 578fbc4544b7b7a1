package io.sluice.pipeline;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.pipeline.SinkFailure.Phase;
import io.sluice.sink.StreamContext;
import io.sluice.stage.Stage;
import io.sluice.stage.StageChain;
import io.sluice.stage.StageTimer;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The stages of one run before one sink, or before all. Throws nothing: what a stage throws is a
 * failure of what is behind it. Called in turns.
 */
final class RunStages {

  private final StageChain chain;
  private final Consumer<Chunk> behind;
  private final BiConsumer<Phase, Throwable> failed;

  /** Null where the stages keep the sum, so that the outcome of the stream holds behind them. */
  private @Nullable CompletionAccumulator passed;

  /** Null unless a stage threw when the stream had ended, which fails no run. */
  private @Nullable Throwable brokenAtEnd;

  private boolean closed;

  /**
   * The stages that these suppliers will make.
   *
   * @param turns runs wake-ups between the other turns of the run
   * @param failed retires what is behind
   */
  RunStages(
      List<Supplier<? extends Stage>> stages,
      StageTimer timer,
      Executor turns,
      Consumer<Chunk> behind,
      BiConsumer<Phase, Throwable> failed) {
    Executor guarded = wake -> turns.execute(() -> guarded(Phase.CHUNK, wake));
    this.chain = new StageChain(stages, timer, guarded, this::pass);
    this.behind = behind;
    this.failed = failed;
  }

  /** Whether they are open now. */
  boolean open(StreamContext context) {
    return guarded(
        Phase.OPEN,
        () -> {
          chain.open(context);
          passed = chain.keepsTheSum() ? null : new CompletionAccumulator();
        });
  }

  boolean retry(Retry retry) {
    passed = passed == null ? null : new CompletionAccumulator();
    return guarded(Phase.RETRY, () -> chain.retry(retry));
  }

  void chunk(Chunk chunk) {
    // Guarded like the rest, without the call object: this one is made for every chunk.
    try {
      chain.chunk(chunk);
    } catch (Throwable thrown) {
      failed.accept(Phase.CHUNK, thrown);
    }
  }

  /** Whether what is behind them is to be told that it was not called for so long. */
  boolean idle(Duration silence) {
    try {
      return chain.idle(silence);
    } catch (Throwable thrown) {
      failed.accept(Phase.IDLE, thrown);
      return false;
    }
  }

  /** Has them give what they hold. */
  void flush(Outcome outcome) {
    try {
      chain.end(outcome);
    } catch (Throwable thrown) {
      brokenAtEnd = thrown;
    }
  }

  /** Ends what is behind them, or retires it if what they held could not be had. */
  void end(Outcome outcome, Consumer<Outcome> sinks) {
    if (brokenAtEnd == null) {
      sinks.accept(shaped(outcome));
    } else {
      failed.accept(Phase.END, brokenAtEnd);
    }
  }

  void close() {
    if (!closed) {
      closed = true;
      guarded(Phase.CLOSE, chain::close);
    }
  }

  /** The outcome as what is behind the stages knows it, which is not to learn what they took. */
  private Outcome shaped(Outcome outcome) {
    CompletionAccumulator folded = passed;
    if (folded == null) {
      return outcome;
    }
    Outcome.Builder shaped = outcome.toBuilder().completion(folded.result(outcome.status()));
    if (outcome.failure().orElse(null) instanceof Failure.Protocol unreadable) {
      shaped.failure(new Failure.Protocol(unreadable.message(), ""));
    }
    return shaped.build();
  }

  private void pass(Chunk chunk) {
    if (passed != null) {
      passed.add(chunk);
    }
    behind.accept(chunk);
  }

  private boolean guarded(Phase phase, Runnable call) {
    try {
      call.run();
      return true;
    } catch (Throwable thrown) {
      failed.accept(phase, thrown);
      return false;
    }
  }
}
