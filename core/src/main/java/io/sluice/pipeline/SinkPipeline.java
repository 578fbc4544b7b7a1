package io.sluice.pipeline;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import io.sluice.thread.ReusingPool;
import java.util.List;
import java.util.concurrent.Executor;

/** A transport, the sinks as they were declared, and where runs call them. */
final class SinkPipeline implements Pipeline {

  private final ChatTransport transport;
  private final StreamOptions options;
  private final List<DeclaredSink> outlets;
  private final Executor executor;

  SinkPipeline(
      ChatTransport transport,
      StreamOptions options,
      List<DeclaredSink> outlets,
      Executor executor) {
    this.transport = transport;
    this.options = options;
    this.outlets = List.copyOf(outlets);
    this.executor = executor;
  }

  @Override
  public PipelineResult run(ChatRequest request) {
    var caller = new CallerThread();
    PipelineRun run = begin(request, caller);
    caller.serve(run::over, run::stop);
    return run.completedOrThrow();
  }

  @Override
  public Run start(ChatRequest request) {
    if (executor instanceof ReusingPool pool) {
      pool.settle();
    }
    return begin(request, executor);
  }

  private PipelineRun begin(ChatRequest request, Executor where) {
    var run = new PipelineRun(transport, request, options, where);
    try {
      outlets.forEach(DeclaredSink::claim);
    } catch (IllegalStateException spent) {
      run.stop();
      throw spent;
    }
    run.begin(outlets);
    return run;
  }
}
