package io.sluice.tokens;

/** Text as UTF-8 can hold it. */
final class WellFormed {

  private WellFormed() {}

  /** The same text, each lone half of a surrogate pair replaced by U+FFFD. */
  static String text(String text) {
    int length = text.length();
    for (int i = 0; i < length; ) {
      int point = text.codePointAt(i);
      if (isSurrogate(point)) {
        return replaced(text);
      }
      i += Character.charCount(point);
    }
    return text;
  }

  private static String replaced(String text) {
    var whole = new StringBuilder(text.length());
    text.codePoints().forEach(point -> whole.appendCodePoint(isSurrogate(point) ? 0xFFFD : point));
    return whole.toString();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
