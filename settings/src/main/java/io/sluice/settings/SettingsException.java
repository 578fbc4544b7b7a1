package io.sluice.settings;

/**
 * A setting cannot be used: a file, a key or a value. The message is one line with the place and
 * the remedy; it never holds an API key.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsException(String message) {
    super(message);
  }

  SettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}
