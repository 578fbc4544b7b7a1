package io.sluice.batch.result;

import io.sluice.chat.Json;
import io.sluice.json.CompletionJson;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import io.sluice.pipeline.PipelineResult;
import io.sluice.stream.Outcome;
import io.sluice.transcript.ResultJson;
import io.sluice.transcript.ResultResponse;
import java.util.Objects;
import java.util.Optional;

/**
 * The line of a row in the output of a batch, in the form of OpenAI's batch results with an object
 * {@code sluice} besides.
 *
 * @param id the id of the row
 * @param row the number of the row
 * @param fingerprint the fingerprint of the row; empty text if it could not be asked
 * @param error the kind of the error; empty if the answer is whole
 */
public record ResultLine(String id, long row, String fingerprint, Optional<RowErrorKind> error) {

  /** Refuses null. */
  public ResultLine {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(error, "error");
  }

  /** Writes a result on one line, without a line feed. */
  public static String write(RowResult result, ResultDetail detail) {
    return JsonWriter.object(
        line -> {
          line.field("id", result.runId()).field("custom_id", result.row().id());
          response(line, result);
          result
              .error()
              .ifPresentOrElse(
                  why ->
                      line.object(
                          "error",
                          error ->
                              error
                                  .field("code", why.kind().word())
                                  .field("message", why.message())),
                  () -> line.nothing("error"));
          line.field("sluice", sluice(result, detail));
        });
  }

  /**
   * Reads what a line says of its row.
   *
   * @throws MalformedJsonException if it is no such line
   */
  public static ResultLine read(String line) {
    JsonObject json = JsonObject.read(line);
    Optional<String> id = json.string("custom_id");
    Optional<JsonObject> sluice = json.object("sluice");
    if (id.isEmpty() || sluice.isEmpty() || sluice.get().wholeNumber("row").isEmpty()) {
      throw new MalformedJsonException("an object that is no result of a batch");
    }
    return new ResultLine(
        id.get(),
        sluice.get().wholeNumber("row").getAsLong(),
        sluice.get().string("fingerprint").orElse(""),
        json.object("error").map(ResultLine::kind));
  }

  private static RowErrorKind kind(JsonObject error) {
    try {
      return RowErrorKind.of(error.string("code").orElse(""));
    } catch (IllegalArgumentException ofAnotherVersion) {
      return RowErrorKind.OTHER;
    }
  }

  private static void response(JsonWriter line, RowResult result) {
    result
        .run()
        .map(PipelineResult::outcome)
        .ifPresentOrElse(
            outcome -> ResultResponse.write(line, outcome, result.error().isEmpty()),
            () -> ResultResponse.none(line));
  }

  private static Json sluice(RowResult result, ResultDetail detail) {
    if (result.run().isEmpty()) {
      return JsonWriter.json(to -> ours(to, result));
    }
    Outcome ended = result.run().get().outcome();
    Outcome counted =
        ended.toBuilder()
            .timing(ended.timing().toBuilder().attempts(result.attempts()).build())
            .build();
    ResultJson line = ResultJson.of(counted).sinkFailures(result.run().get().sinkFailures());
    detail.add(result, line);
    return line.ending(
        to -> {
          ours(to, result);
          if (result.error().isPresent() && ended.chunks() > 0) {
            to.field("partial", Json.verbatim(CompletionJson.write(ended.completion())));
          }
        });
  }

  private static void ours(JsonWriter to, RowResult result) {
    to.field("row", result.row().number()).field("waited_ms", result.waited().toMillis());
    if (!result.fingerprint().isEmpty()) {
      to.field("fingerprint", result.fingerprint());
    }
  }
}
