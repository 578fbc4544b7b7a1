package io.sluice.dialects.responses;

import io.sluice.plugin.Plugin;

/** Binds the dialect {@code responses}. */
public final class ResponsesPlugin extends Plugin {

  /** For the service loader. */
  public ResponsesPlugin() {}

  @Override
  protected void configure() {
    var dialect = new ResponsesDialect();
    bindDialect(dialect.name()).toInstance(dialect);
  }
}
