package io.sluice.plugin;

import io.sluice.text.DurationText;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Thrown when a plugin throws an unexpected exception, because it is broken or was made for another
 * version, or when what it brought cannot be closed. The message is one line with the plugin's
 * origin, what it threw and the remedy.
 */
public final class BrokenPluginException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenPluginException(String origin, Throwable thrown) {
    this("its plugin (" + origin + ") is broken: " + PluginProblem.of(thrown), Optional.of(thrown));
  }

  private BrokenPluginException(String message, Optional<Throwable> cause) {
    super(message, cause.orElse(null));
  }

  /** What an extension says in an exception of input and output is for people as it stands. */
  static BrokenPluginException notClosed(CloseableExtension extension, Throwable thrown) {
    if (thrown instanceof IOException && thrown.getMessage() != null) {
      return new BrokenPluginException(
          extension.title() + ": " + thrown.getMessage(), Optional.of(thrown));
    }
    return new BrokenPluginException(
        named(extension) + "was not closed: " + PluginProblem.of(thrown), Optional.of(thrown));
  }

  static BrokenPluginException notClosed(CloseableExtension extension, Duration limit) {
    return new BrokenPluginException(
        named(extension)
            + "did not close within "
            + DurationText.of(limit)
            + "; what it had not written yet may be lost",
        Optional.empty());
  }

  private static String named(CloseableExtension extension) {
    return extension.title() + " (" + extension.origin() + ") ";
  }
}
