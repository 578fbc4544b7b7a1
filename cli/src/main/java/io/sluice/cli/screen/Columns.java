package io.sluice.cli.screen;

import java.util.List;

/**
 * Columns of equal width, side by side on a terminal.
 *
 * @param count how many
 * @param width the cells of each
 */
public record Columns(int count, int width) {
  private static final int NARROWEST = 24;
  private static final int BETWEEN = 3;

  /**
   * Returns columns that are as wide as they can be in a terminal of so many cells, whose last one
   * stays free.
   */
  public static Columns of(int count, int terminal) {
    return new Columns(count, Math.max(2, (terminal - 1 - BETWEEN * (count - 1)) / count));
  }

  /** Whether a person can read text in them. */
  public boolean readable() {
    return width >= NARROWEST;
  }

  /**
   * One row of all columns. Each begins where it has to whatever a terminal takes for the width of
   * the characters before it (CHA of ECMA-48, 8.3.9).
   *
   * @param texts of each column, none wider than {@link #width}
   */
  public String row(List<String> texts) {
    var row = new StringBuilder();
    for (int column = 0; column < texts.size(); column++) {
      if (column > 0) {
        row.append("\033[").append(column * (width + BETWEEN) - 1).append("G│ ");
      }
      row.append(texts.get(column));
    }
    return row.toString();
  }

  /** A row that is a line beneath the heads of the columns. */
  public String rule() {
    return ("┼" + "─".repeat(width + 2)).repeat(count).substring(2, count * (width + BETWEEN) - 1);
  }
}
