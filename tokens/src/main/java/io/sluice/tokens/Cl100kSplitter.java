package io.sluice.tokens;

/** How cl100k_base splits. Mutable; for one thread at a time. */
final class Cl100kSplitter extends Splitter {

  /** One sign, which may belong to letters after it. */
  private static final int SIGN = OWN;

  /** An apostrophe, which may begin a contraction. */
  private static final int APOSTROPHE = OWN + 1;

  /** An apostrophe and a letter; the detail is the one that would complete a contraction. */
  private static final int AWAITING = OWN + 2;

  private static final int LETTERS = OWN + 3;

  private static final int SIGNS = OWN + 4;
  private static final int LINE_ENDS_AFTER_SIGNS = OWN + 5;

  Cl100kSplitter(Tail tail) {
    super(tail);
  }

  @Override
  void visible(int codePoint, byte kind) {
    switch (kind) {
      case CharacterClasses.UPPER, CharacterClasses.LOWER, CharacterClasses.UNCASED ->
          letter(codePoint);
      case CharacterClasses.NUMBER -> digit(codePoint);
      default -> sign(codePoint);
    }
  }

  private void letter(int codePoint) {
    switch (state) {
      case LETTERS, SIGN, BLANK, OTHER_SPACE -> append(codePoint, LETTERS);
      case APOSTROPHE -> contract(codePoint, Contraction.after(codePoint));
      case AWAITING -> {
        boolean complete = Contraction.is(detail, codePoint);
        contract(codePoint, complete ? Contraction.COMPLETE : Contraction.NONE);
      }
      default -> {
        tail.end();
        append(codePoint, LETTERS);
      }
    }
  }

  private void contract(int codePoint, int awaited) {
    append(codePoint, awaited == Contraction.NONE ? LETTERS : AWAITING);
    detail = awaited;
    if (awaited == Contraction.COMPLETE) {
      end();
    }
  }

  private void sign(int codePoint) {
    switch (state) {
      case SIGN, APOSTROPHE, SIGNS, BLANK -> append(codePoint, SIGNS);
      default -> {
        tail.end();
        append(codePoint, codePoint == Contraction.APOSTROPHE ? APOSTROPHE : SIGN);
      }
    }
  }

  @Override
  void lineEnd(int codePoint) {
    switch (state) {
      case SIGN, APOSTROPHE, SIGNS, LINE_ENDS_AFTER_SIGNS ->
          append(codePoint, LINE_ENDS_AFTER_SIGNS);
      default -> super.lineEnd(codePoint);
    }
  }
}
