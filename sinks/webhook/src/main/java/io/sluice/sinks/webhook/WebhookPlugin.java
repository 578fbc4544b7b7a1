package io.sluice.sinks.webhook;

import io.sluice.plugin.Plugin;

/** Binds the sink {@code webhook}. */
public final class WebhookPlugin extends Plugin {

  /** Creates the plugin; {@link java.util.ServiceLoader} calls this. */
  public WebhookPlugin() {}

  @Override
  protected void configure() {
    bindSink("webhook").toInstance(new WebhookSinkFactory());
  }
}
