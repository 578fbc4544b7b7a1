package io.sluice.sinks.sqlite;

import io.sluice.plugin.SinkPlugin;

/** Binds the sink {@code sqlite}. */
public final class SqlitePlugin extends SinkPlugin {

  /** For the service loader. */
  public SqlitePlugin() {}

  @Override
  protected void configure() {
    bindSink("sqlite").toInstance(new SqliteSinkFactory());
  }
}
