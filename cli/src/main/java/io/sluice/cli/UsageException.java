package io.sluice.cli;

/** The command cannot begin as it was called. The message is one line with the remedy. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What somebody else refused in one line: the line is kept. */
  static UsageException of(Exception refusal) {
    return new UsageException(String.valueOf(refusal.getMessage()), refusal);
  }
}
