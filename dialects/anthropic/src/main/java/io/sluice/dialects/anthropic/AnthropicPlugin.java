package io.sluice.dialects.anthropic;

import io.sluice.plugin.Plugin;

/** Binds the dialect {@code anthropic}. */
public final class AnthropicPlugin extends Plugin {

  /** For the service loader. */
  public AnthropicPlugin() {}

  @Override
  protected void configure() {
    var dialect = new AnthropicDialect();
    bindDialect(dialect.name()).toInstance(dialect);
  }
}
