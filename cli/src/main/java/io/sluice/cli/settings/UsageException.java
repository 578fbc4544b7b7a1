package io.sluice.cli.settings;

/** The command cannot begin as it was called. The message is one line with the remedy. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }

  /** An exception with the one-line message of another refusal. */
  public static UsageException of(Exception refusal) {
    return new UsageException(String.valueOf(refusal.getMessage()), refusal);
  }
}
