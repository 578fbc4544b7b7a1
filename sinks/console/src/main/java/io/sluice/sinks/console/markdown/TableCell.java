package io.sluice.sinks.console.markdown;

import io.sluice.sinks.console.page.Glyph;
import io.sluice.sinks.console.page.Style;
import io.sluice.text.CellWidth;
import io.sluice.text.WordWrap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a cell, or a row of it, in its styles.
 *
 * @param glyphs its characters
 */
record TableCell(List<Glyph> glyphs) {
  static final TableCell EMPTY = new TableCell(List.of());

  private static final Pattern BREAK = Pattern.compile("<br ?/?>", Pattern.CASE_INSENSITIVE);

  TableCell {
    glyphs = List.copyOf(glyphs);
  }

  /** The text of a cell, whose marks ink turns into styles. */
  static TableCell of(String text, Ink ink, Style style) {
    List<Glyph> glyphs = new ArrayList<>();
    String lines = BREAK.matcher(text).replaceAll("\n");
    if (ink.isPlain()) {
      lines.codePoints().forEach(point -> glyphs.add(new Glyph(point, style)));
    } else {
      InlineText.whole(lines, ink, style, (point, look) -> glyphs.add(new Glyph(point, look)));
    }
    return new TableCell(glyphs);
  }

  /** The cells of a terminal that its longest line takes. */
  int width() {
    return Glyph.text(glyphs).lines().mapToInt(line -> CellWidth.of(line).usual()).max().orElse(0);
  }

  /** The text in rows of that many cells. */
  List<TableCell> rows(int width) {
    var broken = new Rows();
    int room = width() <= width ? Integer.MAX_VALUE / 2 : width;
    var wrap = new WordWrap<>(() -> room, broken);
    for (Glyph glyph : glyphs) {
      if (glyph.point() == '\n') {
        wrap.restart();
        broken.breakRow();
      } else {
        wrap.add(glyph.point(), glyph.style());
      }
    }
    wrap.restart();
    broken.breakRow();
    return broken.ended;
  }

  /** The rows of one cell. */
  private static final class Rows implements WordWrap.Rows<Style> {
    private final List<TableCell> ended = new ArrayList<>();
    private final List<Glyph> row = new ArrayList<>();

    @Override
    public void put(int point, Style style) {
      row.add(new Glyph(point, style));
    }

    @Override
    public int breakRow() {
      ended.add(new TableCell(row));
      row.clear();
      return 0;
    }
  }
}
