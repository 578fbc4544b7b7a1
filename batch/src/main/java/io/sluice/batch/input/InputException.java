package io.sluice.batch.input;

import java.io.IOException;

/** Says that an input cannot be read as rows. The message is one line with the line's number. */
public final class InputException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with that line for people. */
  public InputException(String message) {
    super(message);
  }

  /** Creates the exception with that line for people and its cause. */
  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
