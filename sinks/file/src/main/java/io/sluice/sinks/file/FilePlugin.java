package io.sluice.sinks.file;

import io.sluice.plugin.SinkPlugin;

/** Binds the sink {@code file}. */
public final class FilePlugin extends SinkPlugin {

  /** For the service loader. */
  public FilePlugin() {}

  @Override
  protected void configure() {
    bindSink("file").toInstance(new FileSinkFactory());
  }
}
