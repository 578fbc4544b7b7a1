package io.sluice.sinks.console.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One line of a table, as GitHub's Markdown has it (GFM 0.29, section 4.10). */
record TableRow(List<String> cells) {
  private static final Pattern DASHES = Pattern.compile(":?-+:?");

  TableRow {
    cells = List.copyOf(cells);
  }

  /** Splits a line at the bars that are neither escaped nor within code. */
  static TableRow of(String line) {
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    String text = line.strip();
    boolean code = false;
    for (int at = text.startsWith("|") ? 1 : 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean escaped = c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '|';
      code = c == '`' ? !code && text.indexOf('`', at + 1) > 0 : code;
      if (escaped) {
        cell.append('|');
        at++;
      } else if (c == '|' && !code) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (!cell.toString().isBlank()) {
      cells.add(cell.toString().strip());
    }
    return new TableRow(cells);
  }

  /** Whether the second line makes a table of the first, as its head. */
  static boolean separates(String head, String line) {
    List<String> dashes = of(line).cells;
    return !dashes.isEmpty()
        && dashes.size() == of(head).cells.size()
        && dashes.stream().allMatch(cell -> DASHES.matcher(cell).matches());
  }

  /** The text of a column; empty if the row is shorter. */
  String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /** Which side the text of a column stands at, by the dashes of this row. */
  Side side(int column) {
    String dashes = cell(column);
    if (!dashes.endsWith(":")) {
      return Side.LEFT;
    }
    return dashes.startsWith(":") ? Side.CENTER : Side.RIGHT;
  }

  /** The side of its column that a text stands at. */
  enum Side {
    LEFT,
    CENTER,
    RIGHT;

    /** How many of these free cells come before the text. */
    int before(int free) {
      return switch (this) {
        case LEFT -> 0;
        case CENTER -> free / 2;
        case RIGHT -> free;
      };
    }
  }
}
