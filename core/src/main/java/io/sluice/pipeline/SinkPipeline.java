package io.sluice.pipeline;

import io.sluice.chat.ChatRequest;
import io.sluice.stage.Stage;
import io.sluice.stage.StageTimer;
import io.sluice.stream.Source;
import io.sluice.stream.StreamOptions;
import io.sluice.thread.ReusingPool;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** What answers requests, stages and sinks as they were declared, and where runs call them. */
final class SinkPipeline implements Pipeline {

  private final Function<ChatRequest, Source> answers;
  private final StreamOptions options;
  private final List<Supplier<? extends Stage>> stages;
  private final List<DeclaredSink> outlets;
  private final Supplier<String> ids;
  private final StageTimer timer;
  private final Executor executor;

  SinkPipeline(
      Function<ChatRequest, Source> answers,
      StreamOptions options,
      List<Supplier<? extends Stage>> stages,
      List<DeclaredSink> outlets,
      Supplier<String> ids,
      StageTimer timer,
      Executor executor) {
    this.answers = answers;
    this.options = options;
    this.ids = ids;
    this.timer = timer;
    this.stages = List.copyOf(stages);
    this.outlets = List.copyOf(outlets);
    this.executor = executor;
  }

  @Override
  public PipelineResult run(ChatRequest request) {
    return run(answers.apply(request));
  }

  @Override
  public PipelineResult run(Source source) {
    var caller = new CallerThread();
    PipelineRun run = begin(source, caller);
    caller.serve(run::over, run::stop);
    return run.completedOrThrow();
  }

  @Override
  public Run start(ChatRequest request) {
    return start(answers.apply(request));
  }

  @Override
  public Run start(Source source) {
    if (executor instanceof ReusingPool pool) {
      pool.settle();
    }
    return begin(source, executor);
  }

  private PipelineRun begin(Source source, Executor where) {
    var run = new PipelineRun(RunContext.checked(ids.get()), source, options, timer, where);
    try {
      outlets.forEach(DeclaredSink::claim);
    } catch (IllegalStateException spent) {
      run.stop();
      throw spent;
    }
    run.begin(stages, outlets);
    return run;
  }
}
