package io.sluice.sinks.console.page;

import java.util.List;

/**
 * A character and its look.
 *
 * @param point the Unicode code point
 */
public record Glyph(int point, Style style) {
  /** The characters alone. */
  public static String text(List<Glyph> glyphs) {
    var text = new StringBuilder();
    glyphs.forEach(glyph -> text.appendCodePoint(glyph.point()));
    return text.toString();
  }
}
