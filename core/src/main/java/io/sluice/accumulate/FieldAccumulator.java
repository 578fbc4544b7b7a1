package io.sluice.accumulate;

import io.sluice.stream.Delta;

/** Folds the values of one unmodelled field. Mutable; for one thread at a time. */
interface FieldAccumulator {
  /** Adds the next value, and what is kept of it to {@code size}; costs no more than its length. */
  void add(String json, RetainedSize size);

  /** The folded value; called only after a value was added. */
  String result();

  /** What folds the values of one field in that way. */
  static FieldAccumulator of(Delta.Fold fold) {
    return switch (fold) {
      case LAST -> new LastValue();
      case APPEND -> new GrowingArray();
      case APPEND_MEMBERS -> new GrowingObject(member -> new GrowingArray());
      case APPEND_STRINGS -> GrowingObject.ofStrings();
      case MERGE_ELEMENTS -> new GrowingDetails();
    };
  }
}
