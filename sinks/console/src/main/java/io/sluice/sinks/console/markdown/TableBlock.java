package io.sluice.sinks.console.markdown;

import io.sluice.sinks.console.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a table, which wait until it ends, because only then the width of its columns is
 * known. A table that becomes too long is shown as far as it has come; its other rows follow one by
 * one in the same columns. Mutable.
 */
final class TableBlock {
  /** More than these do not wait. */
  private static final int MOST_ROWS = 200;

  private static final int MOST_CHARACTERS = 64 * 1024;

  private final Ink ink;
  private final Page page;
  private final MarkdownText.Tables tables;
  private final StringBuilder line = new StringBuilder();
  private final List<String> lines = new ArrayList<>();
  private Optional<TableGrid> grid = Optional.empty();
  private int characters;

  TableBlock(Ink ink, Page page, MarkdownText.Tables tables) {
    this.ink = ink;
    this.page = page;
    this.tables = tables;
  }

  /** Adds text of the current line. */
  void add(String text) {
    line.append(text);
  }

  /** Adds a character of the current line; returns whether the line can wait on. */
  boolean add(int point) {
    line.appendCodePoint(point);
    return line.length() < MOST_CHARACTERS;
  }

  /** Ends a line. */
  void endLine(InlineText inline) {
    String row = line.toString();
    line.setLength(0);
    if (grid.isPresent()) {
      grid.get().writeMore(List.of(row), page);
      return;
    }
    boolean begins = lines.size() == 1 && !TableRow.separates(lines.get(0), row);
    if (begins) {
      end(inline);
    }
    lines.add(row);
    characters += row.length();
    if (tables == MarkdownText.Tables.AS_THEY_COME) {
      end(inline);
    } else if (lines.size() > 1 && (lines.size() > MOST_ROWS || characters > MOST_CHARACTERS)) {
      show();
    }
  }

  /** Shows what waits: aligned if it is a table, else as text. Half a line stays open. */
  void end(InlineText inline) {
    if (lines.size() > 1 || grid.isPresent()) {
      endTable();
      return;
    }
    for (String text : lines) {
      inline.begin(ink.base());
      text.codePoints().forEach(inline::add);
      inline.release();
      page.endLine();
    }
    lines.clear();
    characters = 0;
    if (!line.isEmpty()) {
      inline.begin(ink.base());
      line.codePoints().forEach(inline::add);
      line.setLength(0);
    }
  }

  private void endTable() {
    if (!line.isEmpty()) {
      lines.add(line.toString());
      line.setLength(0);
    }
    if (grid.isPresent()) {
      grid.get().writeMore(lines, page);
      lines.clear();
    } else {
      show();
    }
    grid = Optional.empty();
  }

  private void show() {
    TableGrid shown = TableGrid.of(lines, ink, page.columns());
    shown.write(lines, page);
    grid = Optional.of(shown);
    lines.clear();
    characters = 0;
  }
}
