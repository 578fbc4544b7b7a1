package io.sluice.sinks.tokens;

import io.sluice.plugin.Plugin;

/** Binds the sink {@code tokens}. */
public final class TokensPlugin extends Plugin {

  /** Creates the plugin; {@link java.util.ServiceLoader} calls this. */
  public TokensPlugin() {}

  @Override
  protected void configure() {
    bindSink("tokens").toInstance(new TokenSinkFactory());
  }
}
