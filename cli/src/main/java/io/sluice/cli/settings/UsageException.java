package io.sluice.cli.settings;

/** The command cannot begin as it was called. The message is one line with the remedy. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message of one line. */
  public UsageException(String message) {
    super(message);
  }

  /** Creates the exception with a message of one line, and the exception that led to it. */
  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }

  /** An exception with the one-line message of another refusal. */
  public static UsageException of(Exception refusal) {
    return new UsageException(String.valueOf(refusal.getMessage()), refusal);
  }
}
