package io.sluice.tokens;

/** The ends of English contractions: 's 't 're 've 'm 'll 'd. */
final class Contraction {

  /** The apostrophe and the letter are a whole one. */
  static final int COMPLETE = 0;

  /** The letter begins none. */
  static final int NONE = -1;

  static final char APOSTROPHE = '\'';

  private static final char LONG_S = '\u017F';

  private Contraction() {}

  /** What must follow that letter after an apostrophe, in lower case. */
  static int after(int letter) {
    return switch (letter) {
      case 's', 'S', LONG_S, 't', 'T', 'm', 'M', 'd', 'D' -> COMPLETE;
      case 'l', 'L' -> 'l';
      case 'r', 'R', 'v', 'V' -> 'e';
      default -> NONE;
    };
  }

  /** Whether the letter is that one, in either case. */
  static boolean is(int awaited, int letter) {
    return (letter | 0x20) == awaited;
  }
}
