package io.sluice.json;

/**
 * A string that mostly comes again unchanged, and then is the same instance. Mutable; for one
 * thread at a time.
 */
final class RepeatedText {

  private String last = "";

  /** The string the parser is at. */
  String read(PayloadParser parser) {
    if (!isAt(parser)) {
      last = parser.getString();
    }
    return last;
  }

  private boolean isAt(PayloadParser parser) {
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
