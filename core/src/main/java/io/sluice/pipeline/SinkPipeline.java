package io.sluice.pipeline;

import io.sluice.chat.ChatRequest;
import io.sluice.context.ContextPropagation;
import io.sluice.context.ContextPropagation.Captured;
import io.sluice.stage.Stage;
import io.sluice.stage.StageTimer;
import io.sluice.stream.Source;
import io.sluice.stream.StreamOptions;
import io.sluice.thread.ReusingPool;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** What answers requests, stages and sinks as they were declared, and where runs call them. */
final class SinkPipeline implements Pipeline {

  private final Function<ChatRequest, Source> answers;
  private final StreamOptions options;
  private final List<Supplier<? extends Stage>> stages;
  private final List<DeclaredSink> outlets;
  private final StageTimer timer;
  private final Executor executor;
  private final ContextPropagation contexts;

  SinkPipeline(
      Function<ChatRequest, Source> answers,
      StreamOptions options,
      List<Supplier<? extends Stage>> stages,
      List<DeclaredSink> outlets,
      StageTimer timer,
      Executor executor,
      ContextPropagation contexts) {
    this.answers = answers;
    this.options = options;
    this.timer = timer;
    this.stages = List.copyOf(stages);
    this.outlets = List.copyOf(outlets);
    this.executor = executor;
    this.contexts = contexts;
  }

  @Override
  public PipelineResult run(Source source, RunOptions own) {
    var thread = new CallerThread();
    PipelineRun run = begin(source, own, thread);
    thread.serve(run::over, run::stop);
    return run.completedOrThrow();
  }

  @Override
  public PipelineResult run(ChatRequest request, RunOptions own) {
    return run(answers.apply(request), own);
  }

  @Override
  public Run start(Source source, RunOptions own) {
    if (executor instanceof ReusingPool pool) {
      pool.settle();
    }
    return begin(source, own, executor);
  }

  @Override
  public Run start(ChatRequest request, RunOptions own) {
    return start(answers.apply(request), own);
  }

  private PipelineRun begin(Source source, RunOptions own, Executor where) {
    Captured caller = Objects.requireNonNull(contexts.capture(), "the captured context");
    var run = new PipelineRun(source, new RunTerms(own.over(options), own, timer, caller), where);
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
