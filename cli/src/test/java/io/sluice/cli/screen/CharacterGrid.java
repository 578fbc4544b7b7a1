package io.sluice.cli.screen;

import io.sluice.text.CellCluster;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A terminal of as many rows as it needs, with a width of its own for each cluster of characters,
 * or for each character. As in tmux, to return to a remembered place forgets a pending wrap.
 */
final class CharacterGrid {
  private final int columns;
  private final Widths widths;
  private final List<String[]> rows = new ArrayList<>();
  private int row;
  private int column;
  private int savedRow;
  private int savedColumn;
  private boolean savedIsOpen;
  private CellCluster savedCluster = new CellCluster();
  private int savedCells;
  private CellCluster cluster = new CellCluster();
  private int clusterCells;
  private boolean clusterIsOpen;

  CharacterGrid(int columns, Widths widths) {
    this.columns = columns;
    this.widths = widths;
  }

  /** Adds the widths of characters. */
  static Widths adding(ToIntFunction<CellCluster> width) {
    return new Widths(width, false);
  }

  /** Gives one width to a whole cluster. */
  static Widths clustering(ToIntFunction<CellCluster> width) {
    return new Widths(width, true);
  }

  OutputStream bytes() {
    return new OutputStream() {
      @Override
      public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        CharacterGrid.this.write(new String(bytes, offset, length, StandardCharsets.UTF_8));
      }
    };
  }

  String text() {
    var text = new StringBuilder();
    for (String[] cells : rows) {
      var line = new StringBuilder();
      for (String cell : cells) {
        line.append(cell);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString().stripTrailing();
  }

  private void write(String text) {
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      int point = text.codePointAt(at);
      if (point == 0x1B) {
        at = command(text, at + 1);
      } else if (point == '\n' || point == '\r') {
        row += point == '\n' ? 1 : 0;
        moveTo(0);
      } else {
        put(point);
      }
    }
  }

  /** Returns the index of the last character of the command. */
  private int command(String text, int at) {
    switch (text.charAt(at)) {
      case 'D' -> row++;
      case 'M' -> row--;
      case '7' -> {
        savedRow = row;
        savedColumn = Math.min(column, columns - 1);
        savedIsOpen = clusterIsOpen;
        savedCluster = cluster;
        savedCells = clusterCells;
      }
      case '8' -> {
        row = savedRow;
        moveTo(savedColumn);
        // What follows joins the cell before the cursor, whatever was written elsewhere meanwhile.
        clusterIsOpen = savedIsOpen;
        cluster = savedCluster;
        clusterCells = savedCells;
      }
      default -> {
        int end = at + 1;
        while (text.charAt(end) < '@') {
          end++;
        }
        control(text.charAt(end));
        return end;
      }
    }
    return at;
  }

  private void control(char command) {
    int from = Math.min(column, columns - 1);
    switch (command) {
      case 'J' -> {
        clear(from);
        rows.subList(Math.min(rows.size(), row + 1), rows.size()).clear();
      }
      case 'K' -> clear(from);
      case 'C' -> moveTo(Math.min(columns - 1, column + 1));
      default -> {}
    }
  }

  private void clear(int from) {
    for (int at = from; at < columns; at++) {
      cells(row)[at] = " ";
    }
  }

  private void moveTo(int to) {
    column = to;
    clusterIsOpen = false;
  }

  private void put(int point) {
    boolean continues = widths.clusters() && clusterIsOpen && cluster.add(point);
    if (!continues) {
      clusterIsOpen = true;
      cluster = CellCluster.of(point);
      clusterCells = 0;
    }
    int cells = Math.max(0, widths.width().applyAsInt(cluster));
    if ((continues && cells == clusterCells) || cells == 0) {
      attach(point);
      return;
    }
    int more = cells - clusterCells;
    clusterCells = cells;
    if (column + more > columns) {
      row++;
      column = 0;
    }
    cells(row)[column] = Character.toString(point);
    for (int at = 1; at < more; at++) {
      cells(row)[column + at] = "";
    }
    column += more;
  }

  private void attach(int point) {
    if (column > 0) {
      String[] cells = cells(row);
      cells[column - 1] += Character.toString(point);
    }
  }

  private String[] cells(int at) {
    while (rows.size() <= at) {
      rows.add(" ".repeat(columns).split(""));
    }
    return rows.get(at);
  }

  /**
   * How a terminal sees widths.
   *
   * @param clusters whether it sees clusters, or single characters
   */
  record Widths(ToIntFunction<CellCluster> width, boolean clusters) {}
}
