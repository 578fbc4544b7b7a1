package io.sluice.accumulate;

import io.sluice.stream.Chunk;

/**
 * Folds chunks. Mutable; for one thread at a time.
 *
 * @param <R> the result of folding
 */
public interface Accumulator<R> {

  /**
   * Adds the next chunk, in arrival order, at a cost that does not depend on the earlier chunks.
   */
  void add(Chunk chunk);

  /**
   * All chunks so far, folded into an immutable value; valid at any time, also before the first
   * chunk.
   */
  R result();
}
