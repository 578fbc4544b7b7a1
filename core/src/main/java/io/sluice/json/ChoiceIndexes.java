package io.sluice.json;

import io.sluice.stream.Irregularity.Kind;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * Finds the choice that an index means. Where one answer was asked for there is one, whatever a
 * server counts by the index; but choices that begin like answers, a role before anything is said,
 * are choices. Mutable; for one thread at a time.
 */
final class ChoiceIndexes {
  private final int asked;
  private final BitSet own = new BitSet();
  private boolean firstBegan;

  /** With how many choices were asked for, or {@link Remembered#UNKNOWN_CHOICES}. */
  ChoiceIndexes(int asked) {
    this.asked = asked;
  }

  /** The choice of that index. */
  int settle(long said, Opening opening, Consumer<Kind> remarks) {
    boolean begins = opening == Opening.LIKE_AN_ANSWER;
    if (said == 0) {
      firstBegan |= begins;
      return 0;
    }
    if (said > 0 && asked != 1) {
      return Bounds.choice(said);
    }
    if (said > 0 && begins && firstBegan) {
      own.set(Bounds.choice(said));
    }
    if (said > 0 && said < own.length() && own.get((int) said)) {
      return (int) said;
    }
    remarks.accept(Kind.CHOICE_INDEX);
    return 0;
  }

  /** How what a chunk says of a choice reads. */
  enum Opening {
    /** Somebody speaks, who has said nothing yet. */
    LIKE_AN_ANSWER,
    /** In the middle of something, or all at once. */
    OTHERWISE
  }
}
