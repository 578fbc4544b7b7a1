package io.sluice.stream;

import java.util.function.BiConsumer;

/**
 * Finds the members of a JSON object in its text, reading each character once. The text was part of
 * a document that a parser accepted; of any other, what cannot be told apart is left out. Mutable:
 * it is read once.
 */
final class JsonMembers {

  private final String text;
  private int at = 1;

  private JsonMembers(String text) {
    this.text = text;
  }

  /** The members of an object whose text begins with its brace. */
  static JsonMembers of(String object) {
    return new JsonMembers(object);
  }

  /** Hands over each name, quotes included, and each value, as they are written. */
  void forEach(BiConsumer<String, String> each) {
    while (true) {
      skipBetween();
      int name = at;
      if (!isAt('"')) {
        return;
      }
      skipString();
      int nameEnd = at;
      skipBetween();
      int value = at;
      skipValue();
      if (value == at) {
        return;
      }
      each.accept(text.substring(name, nameEnd), text.substring(value, at));
    }
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
      if (character == '"') {
        skipString();
      } else if (depth == 0 && (character == ',' || character == '}')) {
        return;
      } else {
        depth += character == '{' || character == '[' ? 1 : 0;
        depth -= character == '}' || character == ']' ? 1 : 0;
        at++;
      }
    }
  }
}
