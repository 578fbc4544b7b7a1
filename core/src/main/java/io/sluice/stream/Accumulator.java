package io.sluice.stream;

/**
 * Folds chunks. Mutable; for one thread at a time.
 *
 * @param <R> what the chunks fold to
 */
public interface Accumulator<R> {

  /** Adds the next chunk, in arrival order, at a cost that does not grow with what came before. */
  void add(Chunk chunk);

  /**
   * All that was added so far, as an immutable value; valid at any moment, also before the first.
   */
  R result();
}
