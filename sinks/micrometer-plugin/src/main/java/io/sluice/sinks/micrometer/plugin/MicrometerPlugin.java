package io.sluice.sinks.micrometer.plugin;

import io.sluice.plugin.Plugin;

/** Binds the sink {@code micrometer}. */
public final class MicrometerPlugin extends Plugin {

  /** Creates the plugin; {@link java.util.ServiceLoader} calls this. */
  public MicrometerPlugin() {}

  @Override
  protected void configure() {
    bindSink("micrometer").toInstance(new MicrometerSinkFactory());
  }
}
