package io.sluice.sinks.opentelemetry.plugin;

import io.sluice.plugin.Plugin;

/** Binds the sink {@code otel}. */
public final class OtelPlugin extends Plugin {

  /** Creates the plugin; {@link java.util.ServiceLoader} calls this. */
  public OtelPlugin() {}

  @Override
  protected void configure() {
    bindSink("otel").toInstance(new OtelSinkFactory());
  }
}
