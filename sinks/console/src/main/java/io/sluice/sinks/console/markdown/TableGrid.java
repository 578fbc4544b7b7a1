package io.sluice.sinks.console.markdown;

import io.sluice.sinks.console.page.GlyphOutput;
import io.sluice.sinks.console.page.Page;
import io.sluice.sinks.console.page.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of a table: as wide as their widest text, or narrower where the rows would be too
 * wide; there the text of a cell is broken at words. A table of so many columns that none could be
 * read is shown as it came.
 */
final class TableGrid {
  private static final int NARROWEST = 8;
  private static final String BAR = " │ ";
  private static final String CROSS = "─┼─";

  private final Ink ink;
  private final TableRow dashes;
  private final int[] widths;
  private final boolean readable;
  private final boolean ruled;

  private TableGrid(Ink ink, TableRow dashes, int[] widths, boolean readable, boolean ruled) {
    this.ink = ink;
    this.dashes = dashes;
    this.widths = widths;
    this.readable = readable;
    this.ruled = ruled;
  }

  /**
   * The columns for these lines.
   *
   * @param lines the head, the dashes, and the rows
   * @param columns the cells of a row on the terminal
   */
  static TableGrid of(List<String> lines, Ink ink, int columns) {
    TableRow dashes = TableRow.of(lines.get(1));
    int[] widths = new int[dashes.cells().size()];
    for (int row = 0; row < lines.size(); row++) {
      if (row != 1) {
        TableRow cells = TableRow.of(lines.get(row));
        for (int column = 0; column < widths.length; column++) {
          int width = TableCell.of(cells.cell(column), ink, Style.PLAIN).width();
          widths[column] = Math.max(Math.max(1, widths[column]), width);
        }
      }
    }
    int room = columns - BAR.length() * (widths.length - 1);
    int natural = IntStream.of(widths).sum();
    boolean readable = fit(widths, room);
    return new TableGrid(ink, dashes, widths, readable, natural > room);
  }

  /** Takes cells from the widest columns until all fit; returns whether they do. */
  private static boolean fit(int[] widths, int room) {
    int surplus = IntStream.of(widths).sum() - room;
    while (surplus > 0) {
      int widest = 0;
      for (int column = 1; column < widths.length; column++) {
        widest = widths[column] > widths[widest] ? column : widest;
      }
      if (widths[widest] <= NARROWEST) {
        return false;
      }
      widths[widest]--;
      surplus--;
    }
    return true;
  }

  /** Writes a table from its head on; its second line is the dashes. */
  void write(List<String> lines, Page page) {
    if (!readable) {
      writeMore(lines, page);
      return;
    }
    row(TableRow.of(lines.get(0)), bold(), page);
    rule(page);
    writeMore(lines.subList(2, lines.size()), page);
  }

  /** Writes further rows. */
  void writeMore(List<String> lines, Page page) {
    for (int row = 0; row < lines.size(); row++) {
      if (!readable) {
        page.fixed().add(lines.get(row), ink.base());
        page.endLine();
      } else {
        row(TableRow.of(lines.get(row)), ink.base(), page);
        if (ruled && row < lines.size() - 1) {
          rule(page);
        }
      }
    }
  }

  private void rule(Page page) {
    List<String> parts = IntStream.of(widths).mapToObj("─"::repeat).toList();
    page.fixed().add(String.join(CROSS, parts), faint());
    page.endLine();
  }

  private void row(TableRow row, Style style, Page page) {
    List<List<TableCell>> columns = new ArrayList<>();
    for (int column = 0; column < widths.length; column++) {
      columns.add(TableCell.of(row.cell(column), ink, style).rows(widths[column]));
    }
    int height = columns.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      for (int column = 0; column < widths.length; column++) {
        List<TableCell> rows = columns.get(column);
        if (column > 0) {
          page.fixed().add(BAR, faint());
        }
        cell(line < rows.size() ? rows.get(line) : TableCell.EMPTY, column, page.fixed());
      }
      page.endLine();
    }
  }

  private void cell(TableCell cell, int column, GlyphOutput out) {
    int free = Math.max(0, widths[column] - cell.width());
    int before = dashes.side(column).before(free);
    boolean last = column == widths.length - 1;
    out.add(" ".repeat(before), ink.base());
    cell.glyphs().forEach(glyph -> out.add(glyph.point(), glyph.style()));
    out.add(" ".repeat(last ? 0 : free - before), ink.base());
  }

  private Style bold() {
    return ink.isPlain() ? ink.base() : ink.base().and(Style.BOLD);
  }

  private Style faint() {
    return ink.isPlain() ? ink.base() : ink.base().and(Style.DIM);
  }
}
