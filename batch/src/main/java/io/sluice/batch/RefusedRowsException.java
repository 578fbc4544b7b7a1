package io.sluice.batch;

import java.io.IOException;

/** Says in one line for people why the rows of an input cannot be asked. */
public final class RefusedRowsException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Cause reason;

  RefusedRowsException(Cause reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** What is wrong with the rows. */
  public Cause reason() {
    return reason;
  }

  /** What can be wrong with rows. A minor version may add cases. */
  public enum Cause {
    /** Two rows have one id. */
    DUPLICATE,
    /** A row is not what it was when an earlier part of the batch sent it. */
    CHANGED,
    /** A row cannot be asked. */
    UNUSABLE,
    /** The model of a row has no price, though the cost is limited. */
    UNPRICED
  }
}
