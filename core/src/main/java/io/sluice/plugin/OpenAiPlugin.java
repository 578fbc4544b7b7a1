package io.sluice.plugin;

import io.sluice.wire.OpenAiDialect;

/** The dialect that core brings, through the same door as everyone's. */
public final class OpenAiPlugin extends Plugin {

  /** For {@link java.util.ServiceLoader}. */
  public OpenAiPlugin() {}

  @Override
  protected void configure() {
    var dialect = new OpenAiDialect();
    bindDialect(dialect.name()).toInstance(dialect);
  }
}
