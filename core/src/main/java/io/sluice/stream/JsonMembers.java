package io.sluice.stream;

import java.util.function.BiConsumer;

/**
 * Finds the members of a JSON object in its text. The text must be part of a document that a parser
 * accepted; in any other, unclear parts are left out. Mutable: it is read once.
 */
final class JsonMembers {
  private final JsonScan scan;

  private JsonMembers(String text) {
    scan = new JsonScan(text);
  }

  /** The members of an object whose text begins with its brace. */
  static JsonMembers of(String object) {
    return new JsonMembers(object);
  }

  /** Passes each name, quotes included, and each value, as they are written, to {@code each}. */
  void forEach(BiConsumer<String, String> each) {
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
}
