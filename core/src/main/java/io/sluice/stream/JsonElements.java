package io.sluice.stream;

import java.util.function.Consumer;

/**
 * Finds the elements of a JSON array in its text. The text was part of a document that a parser
 * accepted; of any other, what cannot be told apart is left out. Mutable: it is read once.
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

  /** Hands over each element as it is written. */
  void forEach(Consumer<String> each) {
    String element = scan.nextValue();
    while (!element.isEmpty()) {
      each.accept(element);
      element = scan.nextValue();
    }
  }
}
