package io.sluice.json;

import java.util.Locale;

/**
 * Corrects one JSON object that is not quite valid, as far as its meaning is clear: invalid numbers
 * ({@code NaN}, {@code Infinity}, which Python writes) become null, raw control characters in
 * strings become escapes, unknown escapes become the character they escape, and commas before a
 * closing bracket are removed. Mutable: it is used once.
 */
final class JsonRepair {
  private static final String[] NO_NUMBERS = {"NaN", "-Infinity", "Infinity", "-inf", "inf", "nan"};
  private static final String ESCAPES = "\"\\/bfnrtu";

  private final String text;
  private final StringBuilder repaired = new StringBuilder();
  private int at;
  private int depth;

  private JsonRepair(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /** Reads the object whose opening brace is at {@code from}. */
  static Result object(String text, int from) {
    return new JsonRepair(text, from).run();
  }

  private Result run() {
    do {
      char character = text.charAt(at);
      if (character == '"') {
        string();
      } else {
        between(character);
      }
    } while (depth > 0 && at < text.length());
    return new Result(repaired.toString(), at, depth == 0);
  }

  private void between(char character) {
    boolean opens = character == '{' || character == '[';
    boolean closes = character == '}' || character == ']';
    if (closes) {
      dropComma();
    }
    depth += opens ? 1 : closes ? -1 : 0;
    int length = noNumber();
    if (length > 0) {
      repaired.append("null");
      at += length;
    } else {
      repaired.append(character == 0 ? ' ' : character);
      at++;
    }
  }

  /**
   * The length of the word here that replaces a number and is invalid in JSON; 0 if there is none.
   */
  private int noNumber() {
    for (String word : NO_NUMBERS) {
      if (text.startsWith(word, at)) {
        return word.length();
      }
    }
    return 0;
  }

  private void dropComma() {
    int last = repaired.length() - 1;
    while (last >= 0 && repaired.charAt(last) <= ' ') {
      last--;
    }
    if (last >= 0 && repaired.charAt(last) == ',') {
      repaired.deleteCharAt(last);
    }
  }

  /** Copies up to the closing quote, or to the end. */
  private void string() {
    repaired.append('"');
    at++;
    while (at < text.length()) {
      char character = text.charAt(at);
      at++;
      if (character == '\\') {
        escape();
      } else if (character < ' ') {
        repaired.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
      } else {
        repaired.append(character);
      }
      if (character == '"') {
        return;
      }
    }
  }

  private void escape() {
    if (at == text.length()) {
      return;
    }
    char escaped = text.charAt(at);
    if (ESCAPES.indexOf(escaped) >= 0) {
      repaired.append('\\').append(escaped);
      at++;
    } else if (escaped >= ' ') {
      repaired.append(escaped);
      at++;
    }
  }

  /**
   * The corrected object.
   *
   * @param json the object, as valid as it could be made
   * @param end the index behind it in the text
   * @param complete whether its closing brace was found
   */
  record Result(String json, int end, boolean complete) {}
}
