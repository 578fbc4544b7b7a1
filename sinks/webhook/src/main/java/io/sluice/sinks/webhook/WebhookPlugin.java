package io.sluice.sinks.webhook;

import io.sluice.plugin.Plugin;

/** Binds the sink {@code webhook}. */
public final class WebhookPlugin extends Plugin {

  /** For the service loader. */
  public WebhookPlugin() {}

  @Override
  protected void configure() {
    bindSink("webhook").toInstance(new WebhookSinkFactory());
  }
}
