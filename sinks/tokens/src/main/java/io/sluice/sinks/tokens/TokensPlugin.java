package io.sluice.sinks.tokens;

import io.sluice.plugin.SinkPlugin;

/** Binds the sink {@code tokens}. */
public final class TokensPlugin extends SinkPlugin {

  /** For the service loader. */
  public TokensPlugin() {}

  @Override
  protected void configure() {
    bindSink("tokens").toInstance(new TokenSinkFactory());
  }
}
