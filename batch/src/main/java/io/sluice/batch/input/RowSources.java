package io.sluice.batch.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.batch.row.Row;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Opens the rows of inputs. */
public final class RowSources {

  private static final int READ = 64 * 1024;

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
    var bytes = new BufferedInputStream(in, READ);
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

  /** Reads the first line that is not blank, however long it may be, and takes it back. */
  private static InputFormat guess(String name, BufferedInputStream bytes) throws IOException {
    bytes.mark(InputLines.LONGEST + 1);
    var start = new ByteArrayOutputStream();
    boolean any = false;
    int next = bytes.read();
    while (next >= 0 && start.size() < InputLines.LONGEST && !(any && next == '\n')) {
      any |= next > ' ';
      start.write(next);
      next = bytes.read();
    }
    bytes.reset();
    return InputFormat.guess(name, firstLine(start.toString(UTF_8)));
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
