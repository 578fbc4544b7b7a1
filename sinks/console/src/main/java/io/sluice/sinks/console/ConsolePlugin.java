package io.sluice.sinks.console;

import io.sluice.plugin.SinkPlugin;

/** Binds the sink {@code console}. */
public final class ConsolePlugin extends SinkPlugin {

  /** For the service loader. */
  public ConsolePlugin() {}

  @Override
  protected void configure() {
    bindSink("console").toInstance(new ConsoleSinkFactory());
  }
}
