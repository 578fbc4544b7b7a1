package io.sluice.sinks.console;

import io.sluice.plugin.Plugin;

/** Binds the sink {@code console}. */
public final class ConsolePlugin extends Plugin {

  /** Creates the plugin; {@link java.util.ServiceLoader} calls this. */
  public ConsolePlugin() {}

  @Override
  protected void configure() {
    bindSink("console").toInstance(new ConsoleSinkFactory());
  }
}
