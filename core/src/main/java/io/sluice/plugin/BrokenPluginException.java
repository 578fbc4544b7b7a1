package io.sluice.plugin;

/**
 * A plugin threw what no plugin should: it is broken, or was made for another version. The message
 * is one line that names its origin, what it threw and what can be done.
 */
public final class BrokenPluginException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenPluginException(String origin, Throwable thrown) {
    super("its plugin (" + origin + ") is broken: " + Complaint.of(thrown), thrown);
  }
}
