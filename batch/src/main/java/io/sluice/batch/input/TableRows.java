package io.sluice.batch.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sluice.batch.row.Row;
import io.sluice.chat.ChatRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** The rows of a table: RFC 4180, the first record names the fields. Mutable; for one thread. */
final class TableRows implements RowSource {

  private static final String PROMPT = "prompt";
  private static final char MARK = '\uFEFF';

  private final CsvReader<NamedCsvRecord> reader;
  private final Iterator<NamedCsvRecord> records;
  private final JsonRows templates;
  private final RowReading reading;
  private final long offset;
  private long number;

  TableRows(InputFormat format, RowReading reading, InputStream in, long offset)
      throws IOException {
    this.reader =
        CsvReader.builder()
            .fieldSeparator(format == InputFormat.TSV ? '\t' : ',')
            .maxBufferSize(InputLines.LONGEST)
            .ofNamedCsvRecord(characters(in));
    this.records = reader.iterator();
    this.templates = new JsonRows(format, reading);
    this.reading = reading;
    this.offset = offset;
    this.number = offset;
  }

  @Override
  public Optional<Row> next() throws IOException {
    try {
      return records.hasNext() ? Optional.of(row(records.next())) : Optional.empty();
    } catch (CsvParseException malformed) {
      String reason = malformed.getCause() == null ? "" : ": " + malformed.getCause().getMessage();
      throw new InputException(malformed.getMessage() + reason + "; correct the table", malformed);
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause() instanceof CharacterCodingException malformed
          ? noUtf8(malformed)
          : unreadable.getCause();
    }
  }

  /** Bytes that are no UTF-8 are refused rather than replaced; a byte order mark is left out. */
  private static Reader characters(InputStream in) throws IOException {
    var characters =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    characters.mark(1);
    try {
      if (characters.read() != MARK) {
        characters.reset();
      }
    } catch (CharacterCodingException malformed) {
      throw noUtf8(malformed);
    }
    return characters;
  }

  private static InputException noUtf8(CharacterCodingException malformed) {
    return new InputException("the table is not UTF-8; convert the input", malformed);
  }

  @Override
  public String place(Row row) {
    return "record " + (row.number() - offset);
  }

  private Row row(NamedCsvRecord record) {
    number++;
    Map<String, String> fields = record.getFieldsAsMap();
    String named = fields.getOrDefault(reading.idField(), "");
    String id = named.isEmpty() || named.length() > Row.LONGEST_ID ? "row-" + number : named;
    try {
      if (named.length() > Row.LONGEST_ID) {
        throw new IllegalArgumentException(
            "its id is longer than " + Row.LONGEST_ID + " characters");
      }
      return Row.of(id, reading.filling().apply(request(fields))).numbered(number);
    } catch (IllegalArgumentException unusable) {
      return Row.unusable(id, String.valueOf(unusable.getMessage())).numbered(number);
    }
  }

  private ChatRequest request(Map<String, String> fields) {
    ChatRequest.Builder request = templates.templated(fields);
    if (reading.prompt().isEmpty()) {
      String prompt = fields.get(PROMPT);
      if (prompt == null) {
        throw new IllegalArgumentException(
            "it has no field 'prompt'; the row has "
                + String.join(", ", fields.keySet())
                + "; give a template that fills them");
      }
      request.user(prompt);
    }
    return request.build();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
