package io.sluice.sinks.console.markdown;

import io.sluice.sinks.console.page.GlyphOutput;
import io.sluice.sinks.console.page.Style;

/** A part of a line that marks set apart. */
interface InlineSpan {
  /** The index behind its last character, marks and all. */
  int end();

  void write(Ink ink, Style style, GlyphOutput out);

  /** A text in a style of its own, which may hold further spans. */
  record Emphasis(String text, Style look, int end) implements InlineSpan {
    @Override
    public void write(Ink ink, Style style, GlyphOutput out) {
      InlineText.whole(text, ink, style.and(look), out);
    }
  }

  /** A text without marks: code, or a character that was escaped. */
  record Literal(String text, Style look, int end) implements InlineSpan {
    @Override
    public void write(Ink ink, Style style, GlyphOutput out) {
      out.add(text, style.and(look));
    }
  }

  /** A text that leads somewhere. */
  record Link(WebLink link, int end) implements InlineSpan {
    @Override
    public void write(Ink ink, Style style, GlyphOutput out) {
      link.write(ink, style, out);
    }
  }
}
