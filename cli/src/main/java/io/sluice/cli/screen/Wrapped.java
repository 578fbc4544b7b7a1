package io.sluice.cli.screen;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * Text in rows that are so many cells wide, as it grows: broken at blanks and beside wide
 * characters, or within a word that is wider than a row. A blank at which a row ends is left out;
 * all other text stays. It holds no control characters but line feeds and tabs. Mutable; for one
 * thread at a time.
 */
public final class Wrapped {
  private static final int TAB = 4;

  private final int width;
  private final List<String> rows = new ArrayList<>();
  private final StringBuilder row = new StringBuilder();
  private int cells;

  /** Where the row may be broken: behind its last blank or wide character; 0 if nowhere. */
  private int seam;

  /** Whether the row goes on with the line of the one above. */
  private boolean continued;

  /**
   * No text yet.
   *
   * @param width the cells of a row; at least 2 are taken
   */
  public Wrapped(int width) {
    this.width = Math.max(2, width);
  }

  /** More of it, in whole characters. */
  public void add(String text) {
    text.codePoints().forEach(this::add);
  }

  /** The rows so far; the last one may grow. */
  public List<String> rows() {
    return tail(Integer.MAX_VALUE);
  }

  /** The last rows, at most so many. */
  public List<String> tail(int most) {
    int last = row.isEmpty() ? 0 : 1;
    List<String> end = new ArrayList<>();
    if (most > 0) {
      end.addAll(rows.subList(Math.max(0, rows.size() + last - most), rows.size()));
    }
    if (last > 0 && most > 0) {
      end.add(row.toString());
    }
    return end;
  }

  private void add(int point) {
    if (point == '\n') {
      endRow(row.length());
      continued = false;
    } else if (point == '\t') {
      " ".repeat(TAB - cells % TAB).chars().forEach(this::place);
    } else {
      place(point);
    }
  }

  private void place(int point) {
    int wide = Math.max(0, WCWidth.wcwidth(point));
    while (cells + wide > width && !row.isEmpty()) {
      endRow(seam > 0 && point != ' ' ? seam : row.length());
    }
    if (point == ' ' && continued && row.isEmpty()) {
      return;
    }
    boolean marksTheSeam = wide == 0 && seam == row.length();
    row.appendCodePoint(point);
    cells += wide;
    if (point == ' ' || wide == 2 || marksTheSeam) {
      seam = row.length();
    }
  }

  private void endRow(int at) {
    rows.add(row.substring(0, at).stripTrailing());
    row.delete(0, at);
    cells = Cells.of(row.toString());
    seam = 0;
    continued = true;
  }
}
