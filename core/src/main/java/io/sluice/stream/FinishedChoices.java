package io.sluice.stream;

import java.util.BitSet;

/** Which choices were seen and which of them finished. Mutable; guarded by its owner's lock. */
final class FinishedChoices {

  private final BitSet open = new BitSet();
  private final BitSet finished = new BitSet();

  void add(Chunk chunk) {
    for (Delta delta : chunk.deltas()) {
      if (delta instanceof Delta.Finish) {
        finished.set(delta.choice());
        open.clear(delta.choice());
      } else if (belongsToAChoice(delta) && !finished.get(delta.choice())) {
        open.set(delta.choice());
      }
    }
  }

  /** Whether {@code chunk}, not added yet, adds tokens to a choice that had finished. */
  boolean anyFinishedBefore(Chunk chunk) {
    if (!anyFinished()) {
      return false;
    }
    for (Delta delta : chunk.deltas()) {
      if (delta.carriesTokens() && finished.get(delta.choice())) {
        return true;
      }
    }
    return false;
  }

  boolean anyFinished() {
    return !finished.isEmpty();
  }

  boolean everyFinished() {
    return open.isEmpty() && anyFinished();
  }

  private static boolean belongsToAChoice(Delta delta) {
    return !(delta instanceof Delta.Other other && other.place() == Delta.Place.CHUNK);
  }
}
