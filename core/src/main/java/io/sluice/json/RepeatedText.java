package io.sluice.json;

/** Reads a string that rarely changes, and returns the same instance while it does not. */
final class RepeatedText {

  private RepeatedText() {}

  /** The string at the parser's position; {@code last} if it is equal. */
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
