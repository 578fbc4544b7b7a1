package io.sluice.cli.screen;

import org.jline.utils.WCWidth;

/**
 * Where the cursor of a terminal stands within its row, by what was written since the row began.
 * Mutable; for one thread at a time.
 */
final class CursorColumn {
  private static final int TAB = 8;
  private static final int ESCAPE = 0x1B;

  private static final int UNKNOWN = Integer.MAX_VALUE / 2;

  private int column;
  private Within within = Within.TEXT;

  /** Something was written to a terminal that wide. */
  void pass(String text, int width) {
    text.codePoints().forEach(point -> pass(point, width));
  }

  /** The same without looking closely, which is quick: known again from the next row on. */
  void skip(byte last) {
    column = last == '\n' ? 0 : UNKNOWN;
    within = Within.TEXT;
  }

  /** Whether the row is empty up to the cursor. */
  boolean atStart() {
    return column == 0;
  }

  /**
   * Whether the row is full, or may be: the cursor still stands on its last character, and a
   * terminal forgets that the next one belongs to the row below once the cursor is moved.
   */
  boolean atEnd(int width) {
    return column >= width;
  }

  private void pass(int point, int width) {
    switch (within) {
      case TEXT -> passText(point, width);
      case ESCAPE -> within = afterEscape(point);
      case SEQUENCE -> within = point >= 0x40 && point <= 0x7E ? Within.TEXT : Within.SEQUENCE;
    }
  }

  private void passText(int point, int width) {
    if (point == ESCAPE) {
      within = Within.ESCAPE;
    } else if (point == '\n' || point == '\r') {
      column = 0;
    } else if (point == '\t') {
      column = Math.max(column, Math.min(width - 1, (column / TAB + 1) * TAB));
    } else {
      advance(Math.max(0, WCWidth.wcwidth(point)), width);
    }
  }

  private void advance(int cells, int width) {
    if (column != UNKNOWN) {
      column = column + cells > width ? cells : column + cells;
    }
  }

  private static Within afterEscape(int point) {
    return point == '[' ? Within.SEQUENCE : Within.TEXT;
  }

  /** What the next character belongs to. */
  private enum Within {
    TEXT,
    ESCAPE,
    SEQUENCE
  }
}
