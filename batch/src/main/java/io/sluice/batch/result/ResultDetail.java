package io.sluice.batch.result;

import io.sluice.transcript.ResultJson;

/** Adds to the line of a result what a batch does not know itself, such as a cost. Thread-safe. */
@FunctionalInterface
public interface ResultDetail {

  /** Adds nothing. */
  static ResultDetail none() {
    return (result, line) -> {};
  }

  /**
   * Adds to the object {@code sluice} of the line.
   *
   * @param result a result with a run
   */
  void add(RowResult result, ResultJson line);
}
