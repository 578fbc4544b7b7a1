package io.sluice.batch;

/** Why a batch ended. A minor version may add cases. */
public enum BatchStop {
  /** There are no more rows. */
  FINISHED,
  /** The caller asked it to. */
  ASKED,
  /** The server does not accept the API key. */
  NOT_AUTHORISED,
  /** The paid quota of the account is used up. */
  QUOTA,
  /** The server refused for its limits for longer than the patience lasts. */
  OUT_OF_PATIENCE,
  /** Ten connections in a row failed, without an answer between them. */
  UNREACHABLE,
  /** The next row could exceed the most that the batch may cost. */
  COST,
  /** As many rows were sent as the batch may send. */
  ROWS;

  /** Whether all rows have a result, so that nothing is left to be gone on with. */
  public boolean isFinal() {
    return this == FINISHED;
  }
}
