package io.sluice.stream;

import java.util.function.Consumer;

/**
 * Finds the elements of a JSON array in its text. The text must be part of a document that a parser
 * accepted; in any other, unclear parts are left out. Mutable: it is read once.
 */
final class JsonElements {
  private final JsonScan scan;

  private JsonElements(String text) {
    scan = new JsonScan(text);
  }

  /** The elements of an array whose text begins with its bracket. */
  static JsonElements of(String array) {
    return new JsonElements(array);
  }

  /** Passes each element, as it is written, to {@code each}. */
  void forEach(Consumer<String> each) {
    String element = scan.nextValue();
    while (!element.isEmpty()) {
      each.accept(element);
      element = scan.nextValue();
    }
  }
}
