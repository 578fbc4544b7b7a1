package io.sluice.bench.report;

import java.util.List;
import java.util.Locale;

/** Columns of text for a terminal. */
final class TextTable {
  private static final String BETWEEN = "  ";

  private TextTable() {}

  /**
   * The rows, each a line; all must have the same number of cells.
   *
   * @param left the columns that begin at the left; the others end at the right
   */
  static String of(List<List<String>> rows, List<Integer> left) {
    var out = new StringBuilder();
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        String blanks = " ".repeat(width(rows, column) - cell.length());
        line.append(column == 0 ? "" : BETWEEN);
        line.append(left.contains(column) ? cell + blanks : blanks + cell);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  /** A figure of three digits or so; {@code ?} for one that is not known and so is negative. */
  static String number(double value) {
    if (value < 0) {
      return "?";
    }
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
