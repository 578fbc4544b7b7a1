package io.sluice.json;

import io.sluice.stream.Irregularity.Kind;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * Finds the choice that an index refers to. If one answer was requested there is one choice,
 * although some servers count something else in the index. Choices that begin like answers, with a
 * role before any content, are separate ones all the same. Mutable; for one thread at a time.
 */
final class ChoiceIndexes {
  private final int asked;
  private final BitSet own = new BitSet();
  private boolean firstBegan;

  /**
   * Creates the finder for the number of choices that were requested, or {@link
   * ReaderState#UNKNOWN_CHOICES}.
   */
  ChoiceIndexes(int asked) {
    this.asked = asked;
  }

  /** The choice for that index. */
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

  /** How the content for a choice begins in a chunk. */
  enum Opening {
    /** A role, with no content before it. */
    LIKE_AN_ANSWER,
    /** In the middle of an answer, or a whole answer at once. */
    OTHERWISE
  }
}
