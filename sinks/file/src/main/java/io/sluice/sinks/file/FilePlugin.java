package io.sluice.sinks.file;

import io.sluice.plugin.Plugin;

/** Binds the sink {@code file}. */
public final class FilePlugin extends Plugin {

  /** For the service loader. */
  public FilePlugin() {}

  @Override
  protected void configure() {
    bindSink("file").toInstance(new FileSinkFactory());
  }
}
