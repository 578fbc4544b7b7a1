package io.sluice.batch.result;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.text.NearestName;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The columns of results as a table for spreadsheets, of RFC 4180. Immutable. */
public final class ResultFields {

  private final List<Column> columns;

  private ResultFields(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Returns the columns {@code custom_id}, {@code text}, {@code finish_reason}, {@code error}. */
  public static ResultFields usual() {
    return new ResultFields(
        List.of(Column.CUSTOM_ID, Column.TEXT, Column.FINISH_REASON, Column.ERROR));
  }

  /**
   * Returns the columns of those names, separated by commas.
   *
   * @throws IllegalArgumentException in one line that lists the columns, if there is no such one
   */
  public static ResultFields parse(String names) {
    return new ResultFields(
        Arrays.stream(names.split(",", -1)).map(String::strip).map(Column::of).toList());
  }

  /** Starts a table with the names of its columns. */
  public Table table(Writer to) {
    var table = new Table(CsvWriter.builder().build(to));
    table.csv.writeRecord(columns.stream().map(Column::word).toList());
    return table;
  }

  /** A table that lines of results are added to, and flushed at the end. For one thread. */
  public final class Table {
    private final CsvWriter csv;

    private Table(CsvWriter csv) {
      this.csv = csv;
    }

    /** Adds the record of a line that {@link ResultLine#write} made. */
    public void add(String line) {
      JsonObject result = JsonObject.read(line);
      csv.writeRecord(columns.stream().map(column -> column.value(result)).toList());
    }

    /** Passes on what was added. */
    public void flush() throws IOException {
      csv.flush();
    }
  }

  /** A column, and where a result has its value. */
  @SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
  private enum Column {
    CUSTOM_ID(result -> result.string("custom_id")),
    TEXT(result -> message(result).flatMap(message -> message.string("content"))),
    REASONING(result -> message(result).flatMap(message -> message.string("reasoning_content"))),
    FINISH_REASON(result -> choice(result).flatMap(choice -> choice.string("finish_reason"))),
    MODEL(result -> body(result).flatMap(body -> body.string("model"))),
    PROMPT_TOKENS(result -> usage(result, "prompt_tokens")),
    COMPLETION_TOKENS(result -> usage(result, "completion_tokens")),
    STATUS(result -> result.object("sluice").flatMap(sluice -> sluice.string("status"))),
    ROW(result -> result.object("sluice").flatMap(sluice -> number(sluice, "row"))),
    ATTEMPTS(result -> result.object("sluice").flatMap(sluice -> number(sluice, "attempts"))),
    ERROR(result -> result.object("error").flatMap(error -> error.string("code"))),
    MESSAGE(result -> result.object("error").flatMap(error -> error.string("message")));

    private final Function<JsonObject, Optional<String>> reading;

    Column(Function<JsonObject, Optional<String>> reading) {
      this.reading = reading;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    String value(JsonObject result) {
      return reading.apply(result).orElse("");
    }

    static Column of(String word) {
      List<String> known = Arrays.stream(values()).map(Column::word).toList();
      return Arrays.stream(values())
          .filter(column -> column.word().equals(word))
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException(NearestName.unknown("field", word, known)));
    }

    private static Optional<JsonObject> body(JsonObject result) {
      return result.object("response").flatMap(response -> response.object("body"));
    }

    private static Optional<JsonObject> choice(JsonObject result) {
      return body(result)
          .flatMap(body -> body.elements("choices"))
          .flatMap(choices -> choices.stream().findFirst())
          .flatMap(JsonValue::object);
    }

    private static Optional<JsonObject> message(JsonObject result) {
      return choice(result).flatMap(choice -> choice.object("message"));
    }

    private static Optional<String> usage(JsonObject result, String name) {
      return body(result).flatMap(body -> body.object("usage")).flatMap(it -> number(it, name));
    }

    private static Optional<String> number(JsonObject object, String name) {
      return object.value(name).map(value -> value.json().text());
    }
  }
}
