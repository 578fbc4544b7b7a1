package io.sluice.pipeline;

import io.sluice.sink.Sink;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Assembles a pipeline. Mutable; for one thread. */
final class PipelineBuilder implements Pipeline.Builder {

  private final ChatTransport transport;
  private final List<DeclaredSink> outlets = new ArrayList<>();
  private StreamOptions options = StreamOptions.defaults();
  private Optional<Executor> executor = Optional.empty();

  PipelineBuilder(ChatTransport transport) {
    this.transport = Objects.requireNonNull(transport, "transport");
  }

  @Override
  public Pipeline.Builder to(String name, Sink sink) {
    outlets.add(DeclaredSink.of(name, new SingleUseSink(Objects.requireNonNull(sink, "sink"))));
    return this;
  }

  @Override
  public Pipeline.Builder to(String name, Supplier<? extends Sink> sinks) {
    outlets.add(DeclaredSink.of(name, Objects.requireNonNull(sinks, "sinks")));
    return this;
  }

  @Override
  public Pipeline.Builder optional() {
    return last(DeclaredSink::optional);
  }

  @Override
  public Pipeline.Builder watching() {
    return last(DeclaredSink::watching);
  }

  @Override
  public Pipeline.Builder buffered(int capacity, Overflow overflow) {
    var buffering = new Buffering(capacity, overflow);
    return last(outlet -> outlet.buffered(buffering));
  }

  @Override
  public Pipeline.Builder options(StreamOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    return this;
  }

  @Override
  public Pipeline.Builder executor(Executor executor) {
    this.executor = Optional.of(executor);
    return this;
  }

  @Override
  public Pipeline build() {
    if (outlets.stream().allMatch(outlet -> outlet.need() == Need.NONE)) {
      throw new IllegalArgumentException("a pipeline needs a sink; add one with to(name, sink)");
    }
    Set<String> names = new HashSet<>();
    for (DeclaredSink outlet : outlets) {
      if (!names.add(outlet.name())) {
        throw new IllegalArgumentException(
            "two sinks are named '" + outlet.name() + "'; give each a name of its own");
      }
    }
    return new SinkPipeline(
        transport, options, outlets, executor.orElseGet(() -> RunThreads.SHARED));
  }

  private Pipeline.Builder last(UnaryOperator<DeclaredSink> change) {
    if (outlets.isEmpty()) {
      throw new IllegalStateException(
          "there is no sink to change yet; add one with to(name, sink)");
    }
    outlets.set(outlets.size() - 1, change.apply(outlets.get(outlets.size() - 1)));
    return this;
  }
}
