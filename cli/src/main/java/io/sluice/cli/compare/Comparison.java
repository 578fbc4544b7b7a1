package io.sluice.cli.compare;

import io.sluice.cli.command.Interruption;
import io.sluice.cli.live.Pace;
import io.sluice.cli.live.Stopwatch;
import io.sluice.cli.run.AnswerPipeline;
import io.sluice.cli.run.Sinks;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Several requests that are sent together. What becomes of one is nothing to the others. */
final class Comparison {
  private final Interruption interruption;
  private final Sinks sinks;
  private final ComparisonView view;
  private final Stopwatch watch = new Stopwatch(System::nanoTime);

  Comparison(Interruption interruption, Sinks sinks, ComparisonView view) {
    this.interruption = interruption;
    this.sinks = sinks;
    this.view = view;
  }

  /** Runs all to their ends, which a signal may hasten. */
  List<Compared> run(List<PreparedRequest> all) {
    List<Pace> paces = new ArrayList<>();
    List<Pipeline> pipelines = new ArrayList<>();
    for (int number = 0; number < all.size(); number++) {
      paces.add(new Pace(watch, view.printing(number)));
      pipelines.add(pipeline(number, all.get(number), paces.get(number)));
    }
    List<Run> runs = new ArrayList<>();
    view.begin();
    watch.start();
    for (int number = 0; number < all.size(); number++) {
      runs.add(pipelines.get(number).start(all.get(number).request()));
    }
    interruption.stopBy(() -> runs.forEach(Run::stop));
    try {
      return ended(all, paces, runs);
    } finally {
      interruption.nothingUnderWay();
    }
  }

  private Pipeline pipeline(int number, PreparedRequest asked, Pace pace) {
    Pipeline.Builder pipeline =
        Pipeline.from(asked.upstream().transport()).to(AnswerPipeline.STDOUT, pace);
    view.watch(number, pace, pipeline);
    sinks.addTo(pipeline);
    return pipeline.options(asked.options()).build();
  }

  private List<Compared> ended(List<PreparedRequest> all, List<Pace> paces, List<Run> runs) {
    List<CompletableFuture<PipelineResult>> results = new ArrayList<>();
    for (int number = 0; number < runs.size(); number++) {
      int own = number;
      results.add(
          runs.get(number)
              .result()
              .thenApply(
                  result -> {
                    view.over(own);
                    return result;
                  })
              .toCompletableFuture());
    }
    List<Compared> ended = new ArrayList<>();
    for (int number = 0; number < all.size(); number++) {
      PipelineResult result = results.get(number).join();
      ended.add(new Compared(all.get(number), paces.get(number).lap(), result));
    }
    return ended;
  }
}
