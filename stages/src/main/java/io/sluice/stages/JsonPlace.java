package io.sluice.stages;

/**
 * Knows which characters of a text belong to its first JSON object or array. That begins with the
 * first bracket at the beginning of a line. Mutable; for one thread.
 */
final class JsonPlace {

  private boolean beginsLine = true;
  private boolean over;
  private boolean inString;
  private boolean escaped;
  private int depth;

  /** Takes the next character of the text and says whether it belongs to the JSON. */
  boolean holds(char character) {
    if (over) {
      return false;
    }
    if (depth == 0) {
      return begins(character);
    }
    if (inString) {
      inString = escaped || character != '"';
      escaped = !escaped && character == '\\';
    } else if (character == '"') {
      inString = true;
    } else if (character == '{' || character == '[') {
      depth++;
    } else if (character == '}' || character == ']') {
      depth--;
      over = depth == 0;
    }
    return true;
  }

  private boolean begins(char character) {
    boolean begins = beginsLine && (character == '{' || character == '[');
    depth = begins ? 1 : 0;
    beginsLine = character == '\n' || (beginsLine && Character.isWhitespace(character));
    return begins;
  }
}
