package io.sluice.dialects.ollama;

import io.sluice.plugin.Plugin;

/** Binds the dialect {@code ollama}. */
public final class OllamaPlugin extends Plugin {

  /** For the service loader. */
  public OllamaPlugin() {}

  @Override
  protected void configure() {
    var dialect = new OllamaDialect();
    bindDialect(dialect.name()).toInstance(dialect);
  }
}
