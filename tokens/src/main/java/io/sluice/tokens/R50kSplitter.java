package io.sluice.tokens;

/** How r50k_base and p50k_base split. Mutable; for one thread at a time. */
final class R50kSplitter extends Splitter {

  private static final int LETTERS = OWN;
  private static final int NUMBER = OWN + 1;
  private static final int SIGNS = OWN + 2;

  /** An apostrophe, which may begin a contraction. */
  private static final int APOSTROPHE = OWN + 3;

  /** The same, and after the mark a letter; the detail is the one to complete a contraction. */
  private static final int AWAITING = OWN + 4;

  R50kSplitter(Tail tail) {
    super(tail);
  }

  @Override
  void lineEnd(int codePoint) {
    space(codePoint);
  }

  @Override
  void visible(int codePoint, byte kind) {
    if (contracts(codePoint)) {
      return;
    }
    switch (kind) {
      case CharacterClasses.UPPER, CharacterClasses.LOWER, CharacterClasses.UNCASED ->
          join(codePoint, LETTERS);
      case CharacterClasses.NUMBER -> join(codePoint, NUMBER);
      default -> sign(codePoint);
    }
  }

  private void sign(int codePoint) {
    boolean begins = state != SIGNS && state != APOSTROPHE && state != BLANK;
    join(codePoint, SIGNS);
    if (begins && codePoint == Contraction.APOSTROPHE) {
      state = APOSTROPHE;
    }
  }

  private void join(int codePoint, int next) {
    boolean apostrophe = state == APOSTROPHE && next == SIGNS;
    if (state != next && state != BLANK && !apostrophe) {
      tail.end();
    }
    append(codePoint, next);
  }

  private boolean contracts(int codePoint) {
    if (state == APOSTROPHE) {
      return begins(codePoint);
    }
    if (state != AWAITING) {
      return false;
    }
    if (codePoint == detail) {
      complete(codePoint);
      return true;
    }
    tail.cut();
    state = LETTERS;
    return false;
  }

  private boolean begins(int codePoint) {
    int awaited =
        codePoint < 'a' || codePoint > 'z' ? Contraction.NONE : Contraction.after(codePoint);
    if (awaited == Contraction.COMPLETE) {
      complete(codePoint);
    } else if (awaited != Contraction.NONE) {
      tail.mark();
      append(codePoint, AWAITING);
      detail = awaited;
    }
    return awaited != Contraction.NONE;
  }

  private void complete(int codePoint) {
    tail.unmark();
    tail.append(codePoint);
    end();
  }
}
