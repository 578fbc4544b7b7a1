package io.sluice.bench.measure;

/**
 * Counts the tokens of one answer while it grows. Mutable; for one thread at a time. What counts
 * tokens is no business of this module: the program that measures brings it.
 */
public interface TextTokens {

  /** Appends a part of the answer and returns the number of tokens of the answer so far. */
  long append(String more);

  /** Makes a count for each answer. Thread-safe. */
  interface Factory {

    /** A count of an answer of which nothing has come. */
    TextTokens counter();

    /** Whether the count is only an estimate, because the model's own tokenizer is not known. */
    boolean isEstimate();
  }
}
