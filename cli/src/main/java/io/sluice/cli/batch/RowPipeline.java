package io.sluice.cli.batch;

import io.sluice.chat.Completion;
import io.sluice.cli.run.RequestSession;
import io.sluice.cli.run.Sinks;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.StreamOptions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pipeline that all rows run through, with the sinks that the user named. Where stages stand
 * before all sinks, it knows what they made of each answer, so that the results hold no more than
 * the sinks got. Thread-safe.
 */
final class RowPipeline {
  private static final String RESULTS = "results";

  private final Pipeline pipeline;
  private final boolean shaped;
  private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();

  RowPipeline(StreamOptions options, RequestSession session) {
    Sinks sinks = session.sinks();
    Pipeline.Builder building = Pipeline.from(session.upstream().transport()).options(options);
    for (Sinks.NamedSink named : sinks.forManyRuns(sinks.shaped(Delivery.required()))) {
      building.to(named.name(), named.maker(), named.delivery());
    }
    shaped = sinks.areShaped();
    building.to(
        RESULTS, () -> shaped ? new Watcher() : chunk -> {}, sinks.shaped(Delivery.required()));
    pipeline = building.build();
  }

  Pipeline pipeline() {
    return pipeline;
  }

  /** The result of a run with the answer as it was behind the stages; none if a stage failed. */
  PipelineResult shaped(String run, PipelineResult result) {
    if (!shaped) {
      return result;
    }
    Outcome told = outcomes.remove(run);
    Outcome nothing = result.outcome().toBuilder().completion(Completion.empty()).build();
    return new PipelineResult(told == null ? nothing : told, result.sinkFailures());
  }

  private final class Watcher implements Sink {
    private String run = "";

    @Override
    public void onOpen(StreamContext context) {
      run = context.id();
    }

    @Override
    public void onChunk(Chunk chunk) {}

    @Override
    public void onEnd(Outcome outcome) {
      outcomes.put(run, outcome);
    }
  }
}
