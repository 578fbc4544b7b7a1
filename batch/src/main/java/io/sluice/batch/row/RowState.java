package io.sluice.batch.row;

/** What is known of a row from an earlier part of its batch. */
public enum RowState {
  /** Nothing. */
  UNKNOWN,
  /** It was sent, and no result is there. */
  SENT,
  /** Its result is there, and it is not asked again. */
  ANSWERED,
  /** Its result is there, but it is to be asked again; the later result counts. */
  REPEATED
}
