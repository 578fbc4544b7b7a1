package io.sluice.plugin;

/**
 * The name that {@link Plugin} had in version 0.1. Jars built for it still work: their service file
 * {@code META-INF/services/io.sluice.plugin.SinkPlugin} is read as well.
 *
 * @deprecated extend {@link Plugin}, and rename the service file to {@code
 *     META-INF/services/io.sluice.plugin.Plugin}; this name is read until version 0.3
 */
@Deprecated(since = "0.2", forRemoval = true)
public abstract class SinkPlugin extends Plugin {

  /** Does nothing; configuring is done in {@code configure}. */
  protected SinkPlugin() {}
}
