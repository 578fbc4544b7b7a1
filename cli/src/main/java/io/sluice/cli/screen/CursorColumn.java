package io.sluice.cli.screen;

import io.sluice.text.CellCluster;

/**
 * Where the cursor of a terminal may stand, by what was written since its row began. Terminals
 * disagree about the width of many characters, so this is a range: of the cells from the start of
 * the text, as if all rows were one. Mutable; for one thread at a time.
 */
final class CursorColumn {
  private static final int TAB = 8;
  private static final int ESCAPE = 0x1B;
  private static final int BELL = 0x07;

  private static final int UNKNOWN = Integer.MAX_VALUE / 2;

  private int least;
  private int most;
  private int width;
  private CellCluster cluster = new CellCluster();
  private Within within = Within.TEXT;

  /** Something was written to a terminal that wide. */
  void pass(String text, int columns) {
    if (columns != width && !atStart()) {
      forget();
    }
    width = columns;
    text.codePoints().forEach(this::pass);
  }

  /**
   * Something that ends with {@code last} was written, and is not looked at, which is quick: the
   * column is known again from the next row on.
   */
  void skip(byte last) {
    if (last == '\n') {
      beginRow();
    } else {
      forget();
    }
    within = Within.TEXT;
  }

  /** Whether the row is empty up to the cursor. */
  boolean atStart() {
    return most + cluster.width().widest() == 0;
  }

  /**
   * Whether the row is full, or may be: the cursor still stands on its last character, and a
   * terminal forgets that the next one belongs to the row below once the cursor is moved.
   */
  boolean mayBeAtEnd(int columns) {
    if (atStart()) {
      return false;
    }
    int from = least + cluster.width().least();
    int to = last();
    return columns != width || (to >= columns && to / columns * columns >= from);
  }

  private void pass(int point) {
    switch (within) {
      case TEXT -> passText(point);
      case ESCAPE -> within = afterEscape(point);
      case SEQUENCE -> within = point >= 0x40 && point <= 0x7E ? Within.TEXT : Within.SEQUENCE;
      case STRING -> within = withinString(point);
    }
  }

  private void passText(int point) {
    if (point == ESCAPE) {
      within = Within.ESCAPE;
    } else if (point == '\n' || point == '\r') {
      beginRow();
    } else if (point == '\t') {
      settle();
      tab();
    } else if (!cluster.add(point)) {
      settle();
      cluster = CellCluster.of(point);
    }
  }

  /** A tab moves to the next stop of its row, or not at all where the row is full. */
  private void tab() {
    if (least == most && (least == 0 || least % width != 0)) {
      int column = least % width;
      least += Math.min(width - 1, (column / TAB + 1) * TAB) - column;
      most = least;
    } else if (most < UNKNOWN) {
      most += TAB;
    }
  }

  private void settle() {
    int end = last();
    least += cluster.width().least();
    most = end;
    cluster = new CellCluster();
  }

  /** A character that does not fit into the rest of its row leaves that rest empty. */
  private int last() {
    if (most >= UNKNOWN) {
      return UNKNOWN;
    }
    int end = most + cluster.width().widest();
    return end + end / width - most / width;
  }

  private void beginRow() {
    least = 0;
    most = 0;
    cluster = new CellCluster();
  }

  private void forget() {
    beginRow();
    most = UNKNOWN;
  }

  private static Within afterEscape(int point) {
    return switch (point) {
      case '[' -> Within.SEQUENCE;
      case ']' -> Within.STRING;
      default -> Within.TEXT;
    };
  }

  /** A command such as a link ends with BEL, or with ESC and a backslash. */
  private static Within withinString(int point) {
    return switch (point) {
      case BELL -> Within.TEXT;
      case ESCAPE -> Within.ESCAPE;
      default -> Within.STRING;
    };
  }

  /** What the next character belongs to. */
  private enum Within {
    TEXT,
    ESCAPE,
    SEQUENCE,
    /** The text of a command to the terminal. */
    STRING
  }
}
