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
  public Pipeline.Builder to(String name, Sink sink, Delivery delivery) {
    return to(name, new SingleUseSink(Objects.requireNonNull(sink, "sink")), delivery);
  }

  @Override
  public Pipeline.Builder to(String name, Supplier<? extends Sink> sinks, Delivery delivery) {
    outlets.add(new DeclaredSink(name, sinks, delivery));
    return this;
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
    return new SinkPipeline(
        transport, options, outlets, executor.orElseGet(() -> RunThreads.SHARED));
  }
}
