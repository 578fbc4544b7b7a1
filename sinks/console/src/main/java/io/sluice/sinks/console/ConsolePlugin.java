package io.sluice.sinks.console;

import io.sluice.plugin.Plugin;

/** Binds the sink {@code console}. */
public final class ConsolePlugin extends Plugin {

  /** For the service loader. */
  public ConsolePlugin() {}

  @Override
  protected void configure() {
    bindSink("console").toInstance(new ConsoleSinkFactory());
  }
}
