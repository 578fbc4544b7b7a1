package io.sluice.stream;

/**
 * A position in the text of a JSON object or array, moved from value to value; each character is
 * read once. Mutable.
 */
final class JsonScan {
  private final String text;
  private int at = 1;

  /** Starts at the first value within the brackets of {@code text}. */
  JsonScan(String text) {
    this.text = text;
  }

  /** The next name, quotes included; empty if no string follows. */
  String nextName() {
    skipBetween();
    int start = at;
    if (!isAt('"')) {
      return "";
    }
    skipString();
    return text.substring(start, at);
  }

  /** The next value as it is written; empty if none follows. */
  String nextValue() {
    skipBetween();
    int start = at;
    skipValue();
    return text.substring(start, at).stripTrailing();
  }

  private boolean isAt(char character) {
    return at < text.length() && text.charAt(at) == character;
  }

  private void skipBetween() {
    while (at < text.length() && (text.charAt(at) <= ' ' || isAt(':') || isAt(','))) {
      at++;
    }
  }

  private void skipString() {
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, text.length());
  }

  private void skipValue() {
    int depth = 0;
    while (at < text.length()) {
      char character = text.charAt(at);
      boolean closes = character == '}' || character == ']';
      if (character == '"') {
        skipString();
      } else if (depth == 0 && (character == ',' || closes)) {
        return;
      } else {
        depth += character == '{' || character == '[' ? 1 : 0;
        depth -= closes ? 1 : 0;
        at++;
      }
    }
  }
}
