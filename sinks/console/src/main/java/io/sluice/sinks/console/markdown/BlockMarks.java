package io.sluice.sinks.console.markdown;

import io.sluice.sinks.console.page.Page;
import io.sluice.sinks.console.page.Style;

/** Writes what stands at the beginning of blocks, and sets the margin of their further rows. */
record BlockMarks(Page page, Ink ink) {
  private static final int LONGEST_RULE = 24;
  private static final String TAB = "    ";

  void rule(String text) {
    String line = text.stripTrailing();
    int cells = Math.min(LONGEST_RULE, page.columns());
    page.fixed().add(ink.isPlain() ? line : "─".repeat(cells), faint());
  }

  /** Writes the mark; returns the style of the heading. */
  Style heading(String text) {
    if (ink.isPlain()) {
      text.codePoints().forEach(point -> page.add(point, ink.base()));
      return ink.base();
    }
    boolean first = text.strip().length() == 1;
    Style bold = ink.base().and(Style.BOLD);
    return first ? bold.and(Style.UNDERLINE) : bold;
  }

  void quote(String text) {
    String mark = ink.isPlain() ? text : "│ ";
    page.fixed().add(mark, faint());
    page.indent(ink.isPlain() ? "> " : mark, faint());
  }

  /** The mark of an item, behind its indent. */
  void item(String text) {
    String mark = ink.isPlain() ? text : text.replaceFirst("[-+*]", "•");
    indent(mark);
  }

  /** Further rows begin where the text of this one does. */
  void indent(String text) {
    String expanded = text.replace("\t", TAB);
    page.fixed().add(expanded, ink.base());
    page.indent(" ".repeat(expanded.length()), Style.PLAIN);
  }

  private Style faint() {
    return ink.isPlain() ? ink.base() : ink.base().and(Style.DIM);
  }
}
