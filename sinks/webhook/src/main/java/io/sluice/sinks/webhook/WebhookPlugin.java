package io.sluice.sinks.webhook;

import io.sluice.plugin.SinkPlugin;

/** Binds the sink {@code webhook}. */
public final class WebhookPlugin extends SinkPlugin {

  /** For the service loader. */
  public WebhookPlugin() {}

  @Override
  protected void configure() {
    bindSink("webhook").toInstance(new WebhookSinkFactory());
  }
}
