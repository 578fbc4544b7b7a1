package io.sluice.plugin;

/**
 * The old name of {@link Plugin}, from version 0.1. Jars built for it still work: their service
 * file {@code META-INF/services/io.sluice.plugin.SinkPlugin} is read as well. @deprecated extend
 * {@link Plugin}, and rename the service file to {@code META-INF/services/io.sluice.plugin.Plugin};
 * this name is read until version 0.3
 */
@Deprecated(since = "0.2", forRemoval = true)
public abstract class SinkPlugin extends Plugin {

  /** Does nothing; bindings are made in {@code configure}. */
  protected SinkPlugin() {}
}
