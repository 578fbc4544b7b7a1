package io.sluice.stream;

import java.util.Set;

/** Folds the values of one unmodelled field. Mutable; for one thread at a time. */
interface FieldAccumulator {
  /** What of an answer's {@code audio} comes in pieces (OpenAI API reference, "Audio"). */
  Set<String> GROWING_AUDIO = Set.of("data", "transcript");

  /** Adds the next value, and what is kept of it to {@code size}; costs no more than its length. */
  void add(String json, RetainedSize size);

  /** The folded value; only asked for once there was one. */
  String result();

  /** Most fields are said anew each time; these few are said piece by piece. */
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
