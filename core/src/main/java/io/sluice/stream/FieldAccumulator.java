package io.sluice.stream;

/** Folds the values of one unmodelled field. Mutable; for one thread at a time. */
interface FieldAccumulator {

  /** Adds the next value, and what is kept of it to {@code size}; costs no more than its length. */
  void add(String json, RetainedSize size);

  /** The folded value; only asked for once there was one. */
  String result();

  /** Most fields are said anew each time; these few are said piece by piece. */
  static FieldAccumulator of(String name) {
    return switch (name) {
      case "reasoning_details", "annotations", "content_parts" -> new GrowingArray();
      case "logprobs" -> new GrowingArrays();
      default -> new LastValue();
    };
  }
}
