package io.sluice.batch.input;

import io.sluice.batch.row.Row;
import io.sluice.chat.ChatRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of an input that has one on each line; blank lines are none. Mutable; for one thread.
 */
final class LineRows implements RowSource {

  private static final String TEXT = "text";

  private final InputFormat format;
  private final RowReading reading;
  private final InputStream in;
  private final long offset;
  private final InputLines lines;
  private final JsonRows objects;

  LineRows(InputFormat format, RowReading reading, InputStream in, long offset) {
    this.format = format;
    this.reading = reading;
    this.in = in;
    this.offset = offset;
    this.lines = new InputLines(in, format == InputFormat.TEXT ? reading.separator() : '\n');
    this.objects = new JsonRows(format, reading);
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
    String numbered = "row-" + number;
    Row row = format == InputFormat.TEXT ? text(line, numbered) : objects.read(line, numbered);
    return row.numbered(number);
  }

  private Row text(String line, String id) {
    try {
      ChatRequest.Builder request = objects.templated(Map.of(TEXT, line));
      if (reading.prompt().isEmpty()) {
        request.user(line);
      }
      return Row.of(id, reading.filling().apply(request.build()));
    } catch (IllegalArgumentException unusable) {
      return Row.unusable(id, String.valueOf(unusable.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
