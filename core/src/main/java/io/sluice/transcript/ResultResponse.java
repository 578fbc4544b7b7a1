package io.sluice.transcript;

import io.sluice.chat.Json;
import io.sluice.json.CompletionJson;
import io.sluice.json.JsonWriter;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import java.util.Optional;

/**
 * Writes the member {@code response} of a result line, in the form of OpenAI's batch results: an
 * object of {@code status_code}, {@code request_id} and {@code body}, or null.
 */
public final class ResultResponse {

  private static final String NAME = "response";
  private static final int OK = 200;

  private ResultResponse() {}

  /** Writes the answer, or the refusal of a server; null for an answer that is not whole. */
  public static void write(JsonWriter line, Outcome outcome, boolean isWhole) {
    Optional<String> request = outcome.head().flatMap(ResponseHead::requestId);
    if (isWhole) {
      int status = outcome.head().map(ResponseHead::status).filter(it -> it > 0).orElse(OK);
      Json body = Json.verbatim(CompletionJson.write(outcome.completion()));
      line.object(NAME, to -> respond(to, status, request, body));
    } else if (outcome.failure().orElse(null) instanceof Failure.Http refusal) {
      Json body = JsonWriter.json(to -> to.object("error", error -> refusal(error, refusal)));
      line.object(NAME, to -> respond(to, refusal.status(), refusal.requestId(), body));
    } else {
      none(line);
    }
  }

  /** Writes that there is none. */
  public static void none(JsonWriter line) {
    line.nothing(NAME);
  }

  private static void respond(JsonWriter to, int status, Optional<String> request, Json body) {
    to.field("status_code", (long) status);
    request.ifPresentOrElse(id -> to.field("request_id", id), () -> to.nothing("request_id"));
    to.field("body", body);
  }

  private static void refusal(JsonWriter error, Failure.Http refusal) {
    error
        .field("message", refusal.message())
        .field("type", refusal.type())
        .field("code", refusal.code());
  }
}
