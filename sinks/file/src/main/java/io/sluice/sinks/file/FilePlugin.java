package io.sluice.sinks.file;

import io.sluice.plugin.Plugin;

/** Binds the sink {@code file}. */
public final class FilePlugin extends Plugin {

  /** Creates the plugin; {@link java.util.ServiceLoader} calls this. */
  public FilePlugin() {}

  @Override
  protected void configure() {
    bindSink("file").toInstance(new FileSinkFactory());
  }
}
