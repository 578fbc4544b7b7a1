package io.sluice.dialects.cohere;

import io.sluice.plugin.Plugin;

/** Binds the dialect {@code cohere}. */
public final class CoherePlugin extends Plugin {

  /** For the service loader. */
  public CoherePlugin() {}

  @Override
  protected void configure() {
    var dialect = new CohereDialect();
    bindDialect(dialect.name()).toInstance(dialect);
  }
}
