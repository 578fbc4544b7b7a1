package com.acme;

import io.sluice.plugin.Plugin;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.util.List;

/** Binds a sink that throws in the call it is told. */
public final class FaultyPlugin extends Plugin {
  @Override
  protected void configure() {
    bindSink("faulty").toInstance(new Factory());
  }

  private static void at(String call, String chosen) {
    if (call.equals(chosen)) {
      throw new IllegalStateException("no luck in " + call);
    }
  }

  private static final class Factory implements SinkFactory {
    @Override
    public Sink create(SinkOptions options) {
      String chosen = options.text("in").orElse("");
      if (chosen.equals("null")) {
        return null;
      }
      if (chosen.equals("undeclared")) {
        options.number("in");
      }
      at("create", chosen);
      return new FaultySink(chosen);
    }

    @Override
    public List<SinkOption> options() {
      return List.of(SinkOption.of("in", SinkOption.Type.TEXT, "the call that throws"));
    }
  }

  private record FaultySink(String chosen) implements Sink {
    @Override
    public void onOpen(StreamContext context) {
      at("onOpen", chosen);
    }

    @Override
    public void onRetry(Retry retry) {
      at("onRetry", chosen);
    }

    @Override
    public void onChunk(Chunk chunk) {
      at("onChunk", chosen);
      if (chosen.equals("stale")) {
        new Missing().ring();
      }
    }

    @Override
    public void onEnd(Outcome outcome) {
      at("onEnd", chosen);
    }

    @Override
    public void close() {
      at("close", chosen);
    }
  }
}
