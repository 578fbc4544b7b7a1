package io.sluice.sinks.console.page;

/** Takes characters with their styles, in order. */
public interface GlyphOutput {
  /** Adds a character. */
  void add(int point, Style style);

  /** Adds all characters of a text in one style. */
  default void add(String text, Style style) {
    text.codePoints().forEach(point -> add(point, style));
  }
}
