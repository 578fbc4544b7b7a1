package io.sluice.batch.input;

import io.sluice.batch.row.Row;
import io.sluice.chat.ChatRequest;
import java.util.Map;

/** Reads a row from one text. Immutable. */
public final class RowReader {

  private static final String TEXT = "text";

  private final InputFormat format;
  private final RowReading reading;
  private final JsonRows objects;

  RowReader(InputFormat format, RowReading reading) {
    this.format = format;
    this.reading = reading;
    this.objects = new JsonRows(format, reading);
  }

  /**
   * Returns the reader of single texts that come without a file around them. Without a format in
   * {@code reading} they are JSON objects, each of the format that it looks like.
   *
   * @throws IllegalArgumentException in one line, if the format is that of a table
   */
  public static RowReader of(RowReading reading, String text) {
    InputFormat format = reading.format().orElseGet(() -> InputFormat.guess(".jsonl", text));
    if (format == InputFormat.CSV || format == InputFormat.TSV) {
      throw new IllegalArgumentException(
          "a row of a queue is no record of a table; use the format openai, anthropic, jsonl or"
              + " text");
    }
    return new RowReader(format, reading);
  }

  /**
   * Returns the row of a text; one that cannot be asked says why.
   *
   * @param id the id of the row if the text has none
   */
  public Row read(String id, String text) {
    return format == InputFormat.TEXT ? prompt(id, text) : objects.read(text, id);
  }

  private Row prompt(String id, String text) {
    try {
      ChatRequest.Builder request = objects.templated(Map.of(TEXT, text));
      if (reading.prompt().isEmpty()) {
        request.user(text);
      }
      return Row.of(id, reading.filling().apply(request.build()));
    } catch (IllegalArgumentException unusable) {
      return Row.unusable(id, String.valueOf(unusable.getMessage()));
    }
  }
}
