package io.sluice.json;

/** A string that mostly comes again unchanged, and then is the same instance. */
final class RepeatedText {

  private RepeatedText() {}

  /** The string the parser is at, and {@code last} if it reads the same. */
  static String read(PayloadParser parser, String last) {
    return isAt(parser, last) ? last : parser.getString();
  }

  private static boolean isAt(PayloadParser parser, String last) {
    int length = parser.getStringLength();
    if (length != last.length()) {
      return false;
    }
    char[] characters = parser.getStringCharacters();
    int offset = parser.getStringOffset();
    for (int i = 0; i < length; i++) {
      if (characters[offset + i] != last.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
