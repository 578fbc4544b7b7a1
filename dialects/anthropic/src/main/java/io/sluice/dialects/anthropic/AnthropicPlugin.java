package io.sluice.dialects.anthropic;

import io.sluice.plugin.Plugin;

/** Binds the dialect {@code anthropic}. */
public final class AnthropicPlugin extends Plugin {

  /** Creates the plugin; {@link java.util.ServiceLoader} calls this. */
  public AnthropicPlugin() {}

  @Override
  protected void configure() {
    var dialect = new AnthropicDialect();
    bindDialect(dialect.name()).toInstance(dialect);
  }
}
