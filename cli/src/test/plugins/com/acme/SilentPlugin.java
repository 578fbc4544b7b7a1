package com.acme;

import io.sluice.plugin.Plugin;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.util.List;

/** Binds a sink that says nothing of itself, but throws. */
public final class SilentPlugin extends Plugin {
  @Override
  protected void configure() {
    bindSink("silent")
        .toInstance(
            new SinkFactory() {
              @Override
              public Sink create(SinkOptions options) {
                return chunk -> {};
              }

              @Override
              public List<SinkOption> options() {
                return List.of(
                    SinkOption.of("every", SinkOption.Type.INT, "how often").orElse("often"));
              }
            });
  }
}
