package io.sluice.plugin;

import io.sluice.wire.OpenAiDialect;

/** Binds the dialect that core contains, in the same way as other plugins. */
public final class OpenAiPlugin extends Plugin {

  /** Creates the plugin; {@link java.util.ServiceLoader} calls this. */
  public OpenAiPlugin() {}

  @Override
  protected void configure() {
    var dialect = new OpenAiDialect();
    bindDialect(dialect.name()).toInstance(dialect);
  }
}
