package io.sluice.batch;

import io.sluice.batch.result.RowResult;

/**
 * Is told what a batch does, on the thread that runs it. What it throws ends the batch, which can
 * be gone on with; it must not block for long.
 */
public interface BatchObserver {

  /**
   * Called when a row has its result, before that is kept: for what is to be there first. The
   * result is kept even if this throws.
   */
  default void keeping(RowResult result) {}

  /** Called when a row has its result, after that was kept. */
  default void ended(RowResult result) {}

  /** Called when something has changed, at most ten times a second, and at the end. */
  default void progress(BatchProgress progress) {}

  /** Called with one line for people, such as limits that the server stated. */
  default void notice(String line) {}
}
