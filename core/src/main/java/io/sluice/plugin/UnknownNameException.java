package io.sluice.plugin;

/**
 * Thrown when no plugin binds an extension of that name. The message is one line that suggests the
 * nearest name and lists the known ones.
 */
public final class UnknownNameException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownNameException(String message) {
    super(message);
  }
}
