package io.sluice.tokens;

/**
 * Puts the characters of a text together to code points. A text may be cut inside a surrogate pair;
 * half of one that stays alone is U+FFFD, which is what a server makes of it. Mutable; for one
 * thread at a time.
 */
final class CodePoints {

  static final int REPLACEMENT = 0xFFFD;

  private static final char NONE = 0;

  private final Splitter splitter;
  private char high = NONE;

  CodePoints(Splitter splitter) {
    this.splitter = splitter;
  }

  /** Whether the text so far ends in the first half of a surrogate pair. */
  boolean endsInHalfAPair() {
    return high != NONE;
  }

  void append(CharSequence text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char next = text.charAt(i);
      if (high == NONE && !Character.isSurrogate(next)) {
        splitter.accept(next);
      } else {
        surrogate(next);
      }
    }
  }

  /** The text is whole; another one may follow. */
  void end() {
    if (high != NONE) {
      high = NONE;
      splitter.accept(REPLACEMENT);
    }
    splitter.end();
  }

  private void surrogate(char next) {
    if (high != NONE) {
      char first = high;
      high = NONE;
      if (Character.isLowSurrogate(next)) {
        splitter.accept(Character.toCodePoint(first, next));
        return;
      }
      splitter.accept(REPLACEMENT);
    }
    if (Character.isHighSurrogate(next)) {
      high = next;
    } else {
      splitter.accept(Character.isSurrogate(next) ? REPLACEMENT : next);
    }
  }
}
