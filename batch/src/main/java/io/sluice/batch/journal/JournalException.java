package io.sluice.batch.journal;

import java.io.IOException;

/** Says in one line for people why the files of a batch cannot be used. */
public final class JournalException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with that line. */
  public JournalException(String message) {
    super(message);
  }

  /** Creates the exception with that line and its cause. */
  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
