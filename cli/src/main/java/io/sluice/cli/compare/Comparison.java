package io.sluice.cli.compare;

import io.sluice.accumulate.ProgressAccumulator;
import io.sluice.cli.archive.RunTokens;
import io.sluice.cli.command.Interruption;
import io.sluice.cli.run.AnswerPipeline;
import io.sluice.cli.run.ShapedOutcome;
import io.sluice.cli.run.Sinks;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.Run;
import io.sluice.settings.PriceList;
import io.sluice.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Several requests that are sent together. What becomes of one is nothing to the others. */
final class Comparison {
  private final List<ShapedOutcome> shaped = new ArrayList<>();
  private final Interruption interruption;
  private final Sinks sinks;
  private final ComparisonView view;
  private final PriceList prices;
  private volatile long start = System.nanoTime();

  Comparison(Interruption interruption, Sinks sinks, ComparisonView view, PriceList prices) {
    this.interruption = interruption;
    this.sinks = sinks;
    this.view = view;
    this.prices = prices;
  }

  /** Runs all to their ends, which a signal may hasten. */
  List<ComparedAnswer> run(List<PreparedRequest> all) {
    List<ProgressAccumulator> progress = new ArrayList<>();
    List<Pipeline> pipelines = new ArrayList<>();
    for (int number = 0; number < all.size(); number++) {
      progress.add(new ProgressAccumulator(() -> System.nanoTime() - start));
      pipelines.add(pipeline(number, all.get(number), progress.get(number)));
    }
    List<Run> runs = new ArrayList<>();
    view.begin();
    start = System.nanoTime();
    for (int number = 0; number < all.size(); number++) {
      PreparedRequest asked = all.get(number);
      runs.add(pipelines.get(number).start(asked.upstream().source(asked.request())));
    }
    interruption.stopBy(() -> runs.forEach(Run::stop));
    try {
      return ended(all, progress, runs);
    } finally {
      interruption.nothingUnderWay();
    }
  }

  private Pipeline pipeline(int number, PreparedRequest asked, ProgressAccumulator progress) {
    Sink printing = new ProgressSink(progress, view.printing(number));
    Pipeline.Builder pipeline = Pipeline.ofSources().to(AnswerPipeline.STDOUT, printing);
    view.watch(number, progress, pipeline);
    shaped.add(sinks.addTo(pipeline));
    return pipeline.options(asked.options()).build();
  }

  private List<ComparedAnswer> ended(
      List<PreparedRequest> all, List<ProgressAccumulator> progress, List<Run> runs) {
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
    List<ComparedAnswer> ended = new ArrayList<>();
    for (int number = 0; number < all.size(); number++) {
      PipelineResult result = shaped.get(number).of(results.get(number).join());
      PreparedRequest asked = all.get(number);
      var tokens = RunTokens.of(Optional.of(asked.request()), asked.upstream().prices(prices));
      ended.add(new ComparedAnswer(asked, progress.get(number).result(), result, tokens));
    }
    return ended;
  }
}
