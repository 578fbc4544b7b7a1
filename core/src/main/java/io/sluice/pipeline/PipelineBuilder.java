package io.sluice.pipeline;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.Sink;
import io.sluice.stage.Stage;
import io.sluice.stage.StageTimer;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Source;
import io.sluice.stream.StreamOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Assembles a pipeline. Mutable; for one thread. */
final class PipelineBuilder implements Pipeline.Builder {

  private final Function<ChatRequest, Source> answers;
  private final List<Supplier<? extends Stage>> stages = new ArrayList<>();
  private final List<DeclaredSink> outlets = new ArrayList<>();
  private Supplier<String> ids = RunContext::newId;
  private StageTimer timer = StageTimer.system();
  private StreamOptions options = StreamOptions.defaults();
  private Optional<Executor> executor = Optional.empty();

  private PipelineBuilder(Function<ChatRequest, Source> answers) {
    this.answers = answers;
  }

  static PipelineBuilder from(ChatTransport transport) {
    return new PipelineBuilder(Objects.requireNonNull(transport, "transport")::source);
  }

  static PipelineBuilder ofSources() {
    return new PipelineBuilder(PipelineBuilder::refused);
  }

  @Override
  public Pipeline.Builder to(String name, Sink sink, Delivery delivery) {
    return to(name, new SingleUseSink(Objects.requireNonNull(sink, "sink")), delivery);
  }

  @Override
  public Pipeline.Builder to(String name, Supplier<? extends Sink> sinks, Delivery delivery) {
    outlets.add(new DeclaredSink(name, sinks, delivery));
    return this;
  }

  @Override
  public Pipeline.Builder through(Supplier<? extends Stage> stage) {
    stages.add(Objects.requireNonNull(stage, "stage"));
    return this;
  }

  @Override
  public Pipeline.Builder timer(StageTimer timer) {
    this.timer = Objects.requireNonNull(timer, "timer");
    return this;
  }

  @Override
  public Pipeline.Builder options(StreamOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    return this;
  }

  @Override
  public Pipeline.Builder runIds(Supplier<String> ids) {
    this.ids = Objects.requireNonNull(ids, "ids");
    return this;
  }

  @Override
  public Pipeline.Builder executor(Executor executor) {
    this.executor = Optional.of(executor);
    return this;
  }

  @Override
  public Pipeline build() {
    if (outlets.stream().noneMatch(DeclaredSink::keepsStreamGoing)) {
      throw new IllegalArgumentException("a pipeline needs a sink; add one with to(name, sink)");
    }
    Set<String> names = new HashSet<>();
    for (DeclaredSink outlet : outlets) {
      if (!names.add(outlet.name())) {
        throw new IllegalArgumentException(
            "two sinks are named '" + outlet.name() + "'; give each a name of its own");
      }
    }
    Executor where = executor.orElseGet(() -> RunThreads.SHARED);
    return new SinkPipeline(answers, options, stages, outlets, ids, timer, where);
  }

  private static Source refused(ChatRequest request) {
    throw new IllegalStateException(
        "the pipeline was built without a transport; run a source, or build it with"
            + " Pipeline.from(transport)");
  }
}
