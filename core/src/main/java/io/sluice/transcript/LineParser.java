package io.sluice.transcript;

import static io.sluice.transcript.OutcomeReader.millis;

import io.sluice.json.JsonObject;
import io.sluice.json.RequestJson;
import io.sluice.stream.Retry;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the object of one line into its record. An error message is one line that names the field.
 */
final class LineParser {

  private LineParser() {}

  /** The record of a line that stands alone; the complaint says so. */
  static Optional<TranscriptLine> parse(String line) {
    JsonObject object;
    try {
      object = JsonObject.read(line);
    } catch (IllegalArgumentException malformed) {
      throw complaint("is no JSON object; pass one line of a transcript", malformed);
    }
    try {
      return parse(object);
    } catch (IllegalArgumentException odd) {
      throw complaint(String.valueOf(odd.getMessage()), odd);
    }
  }

  /** The record; empty for a type that this version does not know. */
  static Optional<TranscriptLine> parse(JsonObject line) {
    return switch (line.string("type").orElse("")) {
      case "open" -> Optional.of(open(line));
      case "retry" -> Optional.of(retry(line));
      case "chunk" -> Optional.of(chunk(line));
      case "end" -> Optional.of(end(line));
      default -> Optional.empty();
    };
  }

  private static TranscriptLine open(JsonObject line) {
    String version = line.value("version").map(value -> value.json().text()).orElse("none");
    if (!version.equals(Integer.toString(TranscriptWriter.VERSION))) {
      throw new IllegalArgumentException(
          "has version " + version + "; this Sluice reads version " + TranscriptWriter.VERSION);
    }
    return new TranscriptLine.OpenLine(
        line.string("id").orElse(""),
        line.string("started").flatMap(LineParser::instant),
        line.string("endpoint").orElse(""),
        line.string("dialect").orElse(TranscriptWriter.STANDARD_DIALECT),
        line.value("request").map(value -> value.json().text()).map(RequestJson::read),
        line.object("attributes").map(LineParser::attributes).orElse(Map.of()));
  }

  /** What is no string was said by another program and is passed over. */
  private static Map<String, String> attributes(JsonObject said) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String name : said.members().keySet()) {
      said.string(name).ifPresent(value -> attributes.put(name, value));
    }
    return attributes;
  }

  private static TranscriptLine retry(JsonObject line) {
    return new TranscriptLine.RetryLine(
        new Retry(
            (int) line.wholeNumber("attempt").orElseThrow(() -> lacks("attempt")),
            millis(line, "delay_ms").orElse(Duration.ZERO),
            OutcomeReader.failure(line.object("error").orElseThrow(() -> lacks("error")))));
  }

  private static TranscriptLine chunk(JsonObject line) {
    return new TranscriptLine.ChunkLine(
        millis(line, "at_ms").orElseThrow(() -> lacks("at_ms")),
        line.value("data").orElseThrow(() -> lacks("data")).json().text());
  }

  private static TranscriptLine end(JsonObject line) {
    String status = line.string("status").orElseThrow(() -> lacks("status"));
    return new TranscriptLine.EndLine(
        OutcomeReader.status(status)
            .orElseThrow(
                () -> new IllegalArgumentException("has the unknown status '" + status + "'")),
        line.object("error").map(OutcomeReader::failure),
        line.wholeNumber("chunks").orElse(0),
        OutcomeReader.finishReasons(line),
        OutcomeReader.usage(line),
        OutcomeReader.timing(line),
        line.object("head").flatMap(HeadJson::read),
        OutcomeReader.irregularities(line));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException noInstant) {
      return Optional.empty();
    }
  }

  private static IllegalArgumentException complaint(String what, Exception cause) {
    return new IllegalArgumentException("the transcript line " + what, cause);
  }

  private static IllegalArgumentException lacks(String field) {
    return new IllegalArgumentException("lacks a field '" + field + "' of the right type");
  }
}
