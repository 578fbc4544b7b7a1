package io.sluice.sinks.exec;

import io.sluice.plugin.Plugin;

/** Binds the sink {@code exec}. */
public final class ExecPlugin extends Plugin {

  /** Creates the plugin; {@link java.util.ServiceLoader} calls this. */
  public ExecPlugin() {}

  @Override
  protected void configure() {
    bindSink("exec").toInstance(new ExecSinkFactory());
  }
}
