package io.sluice.cli.screen;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.utils.ScreenTerminal;

/** A terminal in memory, with what has scrolled off it. A line feed returns, as a tty has it. */
final class Emulator {
  private final ScreenTerminal terminal;
  private long written;

  Emulator(int rows, int columns) {
    terminal = new ScreenTerminal(columns, rows);
  }

  OutputStream bytes() {
    return new OutputStream() {
      @Override
      public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        written += length;
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        terminal.write(text.replace("\n", "\r\n"));
      }
    };
  }

  /** How many bytes it was sent. */
  long written() {
    return written;
  }

  /** The rows on the screen, without blanks at their ends. */
  List<String> rows() {
    return text().lines().toList();
  }

  /** All rows, those that scrolled away first. */
  String text() {
    var text = new StringBuilder();
    for (long[] row : terminal.getHistory()) {
      add(row, 0, row.length, text);
    }
    long[] cells = new long[terminal.getColumns() * terminal.getRows()];
    terminal.dump(cells, new int[2]);
    for (int row = 0; row < terminal.getRows(); row++) {
      add(cells, row * terminal.getColumns(), terminal.getColumns(), text);
    }
    return text.toString();
  }

  private static void add(long[] cells, int from, int length, StringBuilder text) {
    var row = new StringBuilder();
    for (int at = from; at < from + length; at++) {
      int point = ScreenTerminal.cellCodePoint(cells[at]);
      if (point > 0) {
        row.appendCodePoint(point);
      }
    }
    text.append(row.toString().stripTrailing()).append('\n');
  }
}
