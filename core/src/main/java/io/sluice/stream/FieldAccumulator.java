package io.sluice.stream;

import java.util.Set;

/** Folds the values of one unmodelled field. Mutable; for one thread at a time. */
interface FieldAccumulator {
  /**
   * The members of an answer's {@code audio} that arrive in parts (OpenAI API reference, "Audio").
   */
  Set<String> GROWING_AUDIO = Set.of("data", "transcript");

  /**
   * Adds the next value, and adds the size of the kept part to {@code size}; the cost is
   * proportional to its length.
   */
  void add(String json, RetainedSize size);

  /** The folded value; called only after a value was added. */
  String result();

  /** Most fields have a complete value each time; these few arrive in parts. */
  static FieldAccumulator of(String name) {
    return switch (name) {
      case "reasoning_details" -> new GrowingDetails();
      case "annotations", "content_parts", "images" -> new GrowingArray();
      case "audio" -> GrowingObject.ofStrings(GROWING_AUDIO);
      case "logprobs" -> new GrowingObject(member -> new GrowingArray());
      default -> new LastValue();
    };
  }
}
