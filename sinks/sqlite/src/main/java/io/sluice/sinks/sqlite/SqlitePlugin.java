package io.sluice.sinks.sqlite;

import io.sluice.plugin.Plugin;

/** Binds the sink {@code sqlite}. */
public final class SqlitePlugin extends Plugin {

  /** Creates the plugin; {@link java.util.ServiceLoader} calls this. */
  public SqlitePlugin() {}

  @Override
  protected void configure() {
    bindSink("sqlite").toInstance(new SqliteSinkFactory());
  }
}
