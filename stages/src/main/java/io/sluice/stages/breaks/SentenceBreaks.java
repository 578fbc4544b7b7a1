package io.sluice.stages.breaks;

/**
 * Cuts behind sentences and before line ends, with white space at the beginning of a piece. A full
 * stop ends a sentence if a word with a capital follows, and no abbreviation goes before it.
 */
public final class SentenceBreaks implements TextBreaks {

  private static final int LONGEST = 2048;
  private static final String STOPS = ".!?\u2026";

  /** Ends of sentences that need no blank behind them, in scripts that write none there. */
  private static final String FULL_STOPS =
      "\u3002\uff01\uff1f\uff61\u061f\u06d4\u0964\u0965\u1362\u17d4\u104b\u203c\u2047\u2048\u2049";

  private static final String CLOSERS =
      "\"'*_`)]}\u201d\u2019\u00bb\u203a\u300d\u300f\uff09\u3011\u3009\u300b\uff02\uff07";

  @Override
  public int longest() {
    return LONGEST;
  }

  @Override
  public int end(CharSequence text, int seen) {
    int length = Math.min(text.length(), LONGEST);
    int end = firstSentence(text, length);
    return end == UNDECIDED && length == LONGEST ? between(text) : end;
  }

  private static int firstSentence(CharSequence text, int length) {
    int begin = blanks(text, 0, length);
    for (int at = begin; at < length; at++) {
      char character = text.charAt(at);
      if (character == '\n' || character == '\r') {
        return at;
      }
      if (isStop(character)) {
        int behind = behindStops(text, at, length);
        int end = behind == length ? UNDECIDED : endBehind(text, begin, at, behind, length);
        if (end != 0) {
          return end;
        }
        at = behind - 1;
      }
    }
    return UNDECIDED;
  }

  /** The end of a sentence whose stops these are; 0 if they are none. */
  private static int endBehind(CharSequence text, int begin, int stop, int behind, int length) {
    if (contains(FULL_STOPS, text, stop, behind)) {
      return behind;
    }
    if (!Character.isWhitespace(text.charAt(behind))) {
      return 0;
    }
    if (contains("!?", text, stop, behind)) {
      return behind;
    }
    int next = behind;
    while (next < length && Character.isWhitespace(text.charAt(next))) {
      if (text.charAt(next) == '\n' || text.charAt(next) == '\r') {
        return behind;
      }
      next++;
    }
    if (next == length || (next + 1 == length && Character.isHighSurrogate(text.charAt(next)))) {
      return UNDECIDED;
    }
    int follower = Character.codePointAt(text, next);
    boolean goesOn =
        Character.isLowerCase(follower) || Abbreviation.endsAt(text, begin, stop, follower);
    return goesOn ? 0 : behind;
  }

  private static int behindStops(CharSequence text, int stop, int length) {
    int at = stop + 1;
    while (at < length && (isStop(text.charAt(at)) || CLOSERS.indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private static boolean isStop(char character) {
    return STOPS.indexOf(character) >= 0
        || (character > 0x600 && FULL_STOPS.indexOf(character) >= 0);
  }

  private static boolean contains(String any, CharSequence text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (any.indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static int blanks(CharSequence text, int from, int length) {
    int at = from;
    while (at < length && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The end of a piece of a sentence that is too long: before a blank of its second half. */
  private int between(CharSequence text) {
    for (int at = LONGEST - 1; at > LONGEST / 2; at--) {
      if (Character.isWhitespace(text.charAt(at))) {
        return at;
      }
    }
    return cut(text);
  }
}
