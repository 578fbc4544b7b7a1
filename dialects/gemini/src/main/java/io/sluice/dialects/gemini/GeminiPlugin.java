package io.sluice.dialects.gemini;

import io.sluice.plugin.Plugin;

/** Binds the dialect {@code gemini}. */
public final class GeminiPlugin extends Plugin {

  /** For the service loader. */
  public GeminiPlugin() {}

  @Override
  protected void configure() {
    var dialect = new GeminiDialect();
    bindDialect(dialect.name()).toInstance(dialect);
  }
}
