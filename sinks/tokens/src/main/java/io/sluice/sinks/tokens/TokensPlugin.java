package io.sluice.sinks.tokens;

import io.sluice.plugin.Plugin;

/** Binds the sink {@code tokens}. */
public final class TokensPlugin extends Plugin {

  /** For the service loader. */
  public TokensPlugin() {}

  @Override
  protected void configure() {
    bindSink("tokens").toInstance(new TokenSinkFactory());
  }
}
