package io.sluice.json;

/**
 * Sees where a JSON object or array ends that comes in pieces, and tells it from another by its
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

  /** Whether anything came. */
  boolean any() {
    return length > 0;
  }

  /** Whether what came is one whole object or array. */
  boolean isWhole() {
    return opened && depth == 0;
  }

  /** Whether what came, all pieces together, is this text. */
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
