package io.sluice.batch.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.batch.row.Row;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Opens the rows of inputs. */
public final class RowSources {

  /** How far the beginning of an input is looked at to tell its format. */
  private static final int LOOK_AHEAD = 64 * 1024;

  private RowSources() {}

  /**
   * Opens the rows of a file or pipe. Closing the rows closes {@code in}.
   *
   * @param name the name of the file; empty for a pipe
   * @throws IOException if the beginning cannot be read
   */
  public static RowSource open(RowReading reading, String name, InputStream in) throws IOException {
    return open(reading, name, in, 0);
  }

  /**
   * Opens the rows of several files, one after another, as those of one input.
   *
   * @throws IOException if the first cannot be read
   */
  public static RowSource open(RowReading reading, List<Path> files) throws IOException {
    return new ChainedRows(reading, files);
  }

  /** Opens rows whose numbers begin behind {@code offset}. */
  static RowSource open(RowReading reading, String name, InputStream in, long offset)
      throws IOException {
    var bytes = new BufferedInputStream(in, LOOK_AHEAD);
    InputFormat format = reading.format().isPresent() ? reading.format().get() : guess(name, bytes);
    return switch (format) {
      case CSV, TSV -> new TableRows(format, reading, bytes, offset);
      default -> new LineRows(format, reading, bytes, offset);
    };
  }

  /** Returns the rows of a program, numbered in the order of {@code rows}. */
  public static RowSource of(Iterable<Row> rows) {
    return new GivenRows(rows.iterator());
  }

  /** Reads the first lines and takes them back. */
  private static InputFormat guess(String name, BufferedInputStream bytes) throws IOException {
    bytes.mark(LOOK_AHEAD);
    byte[] start = new byte[LOOK_AHEAD];
    int filled = 0;
    int read = 0;
    while (read >= 0 && filled < start.length && !hasLine(start, filled)) {
      read = bytes.read(start, filled, start.length - filled);
      filled += Math.max(read, 0);
    }
    bytes.reset();
    return InputFormat.guess(name, firstLine(new String(start, 0, filled, UTF_8)));
  }

  private static boolean hasLine(byte[] start, int filled) {
    String text = new String(start, 0, filled, UTF_8);
    return text.indexOf('\n', text.length() - text.stripLeading().length()) >= 0;
  }

  private static String firstLine(String text) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return unmarked.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
  }

  /** Rows that a program gave. */
  private static final class GivenRows implements RowSource {
    private final Iterator<Row> rows;
    private long number;

    GivenRows(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public Optional<Row> next() {
      return rows.hasNext() ? Optional.of(rows.next().numbered(++number)) : Optional.empty();
    }

    @Override
    public String place(Row row) {
      return "row " + row.number();
    }

    @Override
    public void close() {}
  }
}
