package io.sluice.tokens;

/**
 * How o200k_base splits. Words are parted where a capital follows a small letter; letters without
 * case and marks go with either. Capitals at the end of a word are a piece of their own if the word
 * has caseless letters before them, unless a small letter comes. Mutable; for one thread at a time.
 */
final class O200kSplitter extends Splitter {

  /** One sign, which may belong to letters after it. */
  private static final int SIGN = OWN;

  /** A word without a small letter so far; the detail is the class of its last letter. */
  private static final int CAPITALS = OWN + 1;

  /** A word that has a small letter. */
  private static final int SMALL = OWN + 2;

  private static final int SIGNS = OWN + 3;
  private static final int LINE_ENDS_AFTER_SIGNS = OWN + 4;

  /** A word, and after the mark an apostrophe. */
  private static final int APOSTROPHE = OWN + 5;

  /** The same and a capital; the detail is the letter that would complete a contraction. */
  private static final int AWAITING_AFTER_CAPITAL = OWN + 6;

  /** The same and a small letter. */
  private static final int AWAITING_AFTER_SMALL = OWN + 7;

  O200kSplitter(Tail tail) {
    super(tail);
  }

  @Override
  void visible(int codePoint, byte kind) {
    if (state >= APOSTROPHE) {
      if (contracts(codePoint, kind)) {
        return;
      }
      release();
    }
    switch (kind) {
      case CharacterClasses.UPPER -> upper(codePoint);
      case CharacterClasses.LOWER -> lower(codePoint);
      case CharacterClasses.UNCASED -> uncased(codePoint);
      case CharacterClasses.MARK -> mark(codePoint);
      case CharacterClasses.NUMBER -> digit(codePoint);
      default -> sign(codePoint);
    }
  }

  private void upper(int codePoint) {
    if (state == CAPITALS) {
      if (detail == CharacterClasses.UNCASED) {
        tail.mark();
      }
    } else {
      beginWord();
    }
    append(codePoint, CAPITALS);
    detail = CharacterClasses.UPPER;
  }

  private void lower(int codePoint) {
    if (state == CAPITALS) {
      tail.unmark();
    } else if (state != SMALL) {
      beginWord();
    }
    append(codePoint, SMALL);
  }

  private void uncased(int codePoint) {
    if (state == SMALL) {
      tail.append(codePoint);
      return;
    }
    if (state == CAPITALS) {
      tail.unmark();
    } else {
      beginWord();
    }
    append(codePoint, CAPITALS);
    detail = CharacterClasses.UNCASED;
  }

  /** Marks are letters in a word, and signs among signs. */
  private void mark(int codePoint) {
    if (state == SIGNS) {
      tail.append(codePoint);
    } else {
      uncased(codePoint);
    }
  }

  private void beginWord() {
    if (state != SIGN && state != BLANK && state != OTHER_SPACE) {
      tail.end();
    }
  }

  private void sign(int codePoint) {
    if (state == SIGN || state == SIGNS || state == BLANK) {
      append(codePoint, SIGNS);
    } else if (state == LINE_ENDS_AFTER_SIGNS && codePoint == '/') {
      tail.append(codePoint);
    } else if ((state == CAPITALS || state == SMALL) && codePoint == Contraction.APOSTROPHE) {
      tail.cut();
      tail.mark();
      append(codePoint, APOSTROPHE);
    } else {
      tail.end();
      append(codePoint, SIGN);
    }
  }

  @Override
  void lineEnd(int codePoint) {
    if (state >= APOSTROPHE) {
      release();
    }
    switch (state) {
      case SIGN, SIGNS, LINE_ENDS_AFTER_SIGNS -> append(codePoint, LINE_ENDS_AFTER_SIGNS);
      default -> super.lineEnd(codePoint);
    }
  }

  /** Whether it goes on with the contraction that was held back. */
  private boolean contracts(int codePoint, byte kind) {
    int awaited = awaited(codePoint);
    if (awaited == Contraction.NONE) {
      return false;
    }
    boolean capital = kind == CharacterClasses.UPPER;
    append(codePoint, capital ? AWAITING_AFTER_CAPITAL : AWAITING_AFTER_SMALL);
    detail = awaited;
    if (awaited == Contraction.COMPLETE) {
      tail.unmark();
      end();
    }
    return true;
  }

  private int awaited(int codePoint) {
    if (state == APOSTROPHE) {
      return Contraction.after(codePoint);
    }
    return Contraction.is(detail, codePoint) ? Contraction.COMPLETE : Contraction.NONE;
  }

  /** There is no contraction: what was held back begins a piece. */
  private void release() {
    tail.cut();
    if (state == APOSTROPHE) {
      state = SIGN;
    } else {
      state = state == AWAITING_AFTER_CAPITAL ? CAPITALS : SMALL;
      detail = CharacterClasses.UPPER;
    }
  }
}
