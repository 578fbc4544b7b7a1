package io.sluice.cli.run;

import io.sluice.chat.Completion;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.plugin.StageSpec;
import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Learns the outcome behind the stages that stand before all sinks, so that what the command says
 * of an answer, and keeps of it, is what the sinks got. For one run.
 */
public final class ShapedOutcome {
  private static final String NAME = "stages";

  private final boolean needed;
  private Optional<Outcome> told = Optional.empty();

  ShapedOutcome(List<StageSpec> stages) {
    this.needed = !stages.isEmpty();
  }

  /** Watches a pipeline that has stages. */
  void addTo(Pipeline.Builder pipeline) {
    if (needed) {
      pipeline.to(NAME, new Watcher(), Delivery.watching());
    }
  }

  /** The result with the answer as it was behind the stages; without one if a stage failed. */
  public PipelineResult of(PipelineResult result) {
    if (!needed) {
      return result;
    }
    Outcome nothing = result.outcome().toBuilder().completion(Completion.empty()).build();
    return new PipelineResult(told.orElse(nothing), result.sinkFailures());
  }

  private final class Watcher implements Sink {
    @Override
    public void onChunk(Chunk chunk) {}

    @Override
    public void onEnd(Outcome outcome) {
      told = Optional.of(outcome);
    }
  }
}
