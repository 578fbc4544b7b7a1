package io.sluice.plugin;

/**
 * Thrown when a plugin throws an unexpected exception, because it is broken or was made for another
 * version. The message is one line with the plugin's origin, what it threw and the remedy.
 */
public final class BrokenPluginException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenPluginException(String origin, Throwable thrown) {
    super("its plugin (" + origin + ") is broken: " + PluginProblem.of(thrown), thrown);
  }
}
