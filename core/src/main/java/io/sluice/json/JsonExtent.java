package io.sluice.json;

/**
 * Finds the end of a JSON object or array that arrives in parts, and compares it with another by
 * length and hash. Mutable; for one thread at a time.
 */
final class JsonExtent {
  private int depth;
  private int length;
  private int hash;
  private boolean opened;
  private boolean inString;
  private boolean escaped;

  void add(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      add(piece.charAt(i));
    }
  }

  /** Whether anything was added. */
  boolean any() {
    return length > 0;
  }

  /** Whether the parts so far are one whole object or array. */
  boolean isWhole() {
    return opened && depth == 0;
  }

  /** Whether the parts so far, joined, are this text. */
  boolean reads(String text) {
    return text.length() == length && text.hashCode() == hash;
  }

  private void add(char character) {
    length++;
    hash = 31 * hash + character;
    if (inString) {
      inString = escaped || character != '"';
      escaped = !escaped && character == '\\';
    } else if (character == '"') {
      inString = true;
    } else if (character == '{' || character == '[') {
      opened = true;
      depth++;
    } else if (character == '}' || character == ']') {
      depth--;
    }
  }
}
