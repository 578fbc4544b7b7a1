package io.sluice.dialects.bedrock;

import io.sluice.plugin.Plugin;

/** Binds the dialect {@code bedrock}. */
public final class BedrockPlugin extends Plugin {

  /** For the service loader. */
  public BedrockPlugin() {}

  @Override
  protected void configure() {
    var dialect = new BedrockDialect();
    bindDialect(dialect.name()).toInstance(dialect);
  }
}
