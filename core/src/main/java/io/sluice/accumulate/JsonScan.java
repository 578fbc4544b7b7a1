package io.sluice.accumulate;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A position in the text of a JSON object or array, moved from value to value; each character is
 * read once. The text was part of a document that a parser accepted; of any other, what cannot be
 * told apart is left out. Mutable.
 */
final class JsonScan {
  private final String text;
  private int at = 1;

  /** At the first value within the brackets with which {@code text} begins and ends. */
  private JsonScan(String text) {
    this.text = text;
  }

  /** Hands over each name of an object, quotes included, and its value, as they are written. */
  static void members(String object, BiConsumer<String, String> each) {
    var scan = new JsonScan(object);
    String name = scan.nextName();
    while (!name.isEmpty()) {
      String value = scan.nextValue();
      if (value.isEmpty()) {
        return;
      }
      each.accept(name, value);
      name = scan.nextName();
    }
  }

  /** Hands over each element of an array as it is written. */
  static void elements(String array, Consumer<String> each) {
    var scan = new JsonScan(array);
    String element = scan.nextValue();
    while (!element.isEmpty()) {
      each.accept(element);
      element = scan.nextValue();
    }
  }

  /** The next name, quotes included; empty if no string follows. */
  private String nextName() {
    skipBetween();
    int start = at;
    if (!isAt('"')) {
      return "";
    }
    skipString();
    return text.substring(start, at);
  }

  /** The next value as it is written; empty if none follows. */
  private String nextValue() {
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
