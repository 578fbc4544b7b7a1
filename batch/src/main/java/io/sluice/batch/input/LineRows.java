package io.sluice.batch.input;

import io.sluice.batch.row.Row;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The rows of an input that has one on each line; blank lines are none. Mutable; for one thread.
 */
final class LineRows implements RowSource {

  private final InputStream in;
  private final long offset;
  private final InputLines lines;
  private final RowReader reader;

  LineRows(InputFormat format, RowReading reading, InputStream in, long offset) {
    this.in = in;
    this.offset = offset;
    this.lines = new InputLines(in, format == InputFormat.TEXT ? reading.separator() : '\n');
    this.reader = new RowReader(format, reading);
  }

  @Override
  public Optional<Row> next() throws IOException {
    Optional<String> line = lines.next();
    while (line.isPresent() && line.get().isBlank()) {
      line = lines.next();
    }
    return line.map(this::row);
  }

  @Override
  public String place(Row row) {
    return "line " + (row.number() - offset);
  }

  private Row row(String line) {
    long number = offset + lines.number();
    return reader.read("row-" + number, line).numbered(number);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
