package io.sluice.sinks.exec;

import io.sluice.plugin.SinkPlugin;

/** Binds the sink {@code exec}. */
public final class ExecPlugin extends SinkPlugin {

  /** For the service loader. */
  public ExecPlugin() {}

  @Override
  protected void configure() {
    bindSink("exec").toInstance(new ExecSinkFactory());
  }
}
