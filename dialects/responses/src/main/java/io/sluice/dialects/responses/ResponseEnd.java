package io.sluice.dialects.responses;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Failure;
import io.sluice.stream.Origin;
import io.sluice.wire.Payloads;
import io.sluice.wire.fold.ChunkDraft;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the response object that ends a stream, or is the whole answer: what of its output has not
 * come yet, why it ended, and its usage.
 */
record ResponseEnd(OutputItems items) {

  private static final List<String> KEPT = List.of("service_tier", "conversation");

  void whole(JsonObject response, ChunkDraft draft) {
    draft.origin(origin(response));
    response.elements("output").ifPresent(all -> items.rest(all, draft));
    usage(response).ifPresent(draft::usage);
    KEPT.forEach(name -> keep(response, Place.CHUNK, name, draft));
    switch (response.string("status").orElse("completed")) {
      case "completed" ->
          finish(response, items.anyCall() ? FinishReason.TOOL_CALLS : FinishReason.STOP, draft);
      case "incomplete" -> finish(response, incomplete(response), draft);
      case "failed", "cancelled" -> draft.failed(failure(response));
      default -> draft.failed(unfinished(response));
    }
  }

  private static void finish(JsonObject response, FinishReason reason, ChunkDraft draft) {
    keep(response, Place.CHOICE, "status", draft);
    keep(response, Place.CHOICE, "incomplete_details", draft);
    draft.finish(ResponseReader.CHOICE, reason);
    draft.done();
  }

  private static FinishReason incomplete(JsonObject response) {
    String reason =
        response.object("incomplete_details").flatMap(it -> it.string("reason")).orElse("");
    return switch (reason) {
      case "max_output_tokens" -> FinishReason.LENGTH;
      case "content_filter" -> FinishReason.CONTENT_FILTER;
      case "" -> new FinishReason("incomplete");
      default -> new FinishReason(reason);
    };
  }

  private static Failure failure(JsonObject response) {
    Optional<JsonValue> error = response.value("error");
    if (error.isEmpty()) {
      String word = response.string("status").orElse("failed");
      return new Failure.Provider(
          Optional.empty(), Optional.of(word), "the server says of the response: " + word);
    }
    return Payloads.error(JsonWriter.object(text -> text.field("error", error.get().json())));
  }

  private static Failure unfinished(JsonObject response) {
    return new Failure.Protocol(
        "the response is " + response.string("status").orElse("") + " and not complete", "");
  }

  private static void keep(JsonObject response, Place place, String name, ChunkDraft draft) {
    response
        .value(name)
        .ifPresent(value -> draft.other(ResponseReader.CHOICE, place, name, value.json()));
  }

  static Origin origin(JsonObject response) {
    return new Origin(
        response.string("id").orElse(""),
        response.string("model").orElse(""),
        date(response.number("created_at").isPresent() ? seconds(response) : OptionalLong.empty()));
  }

  private static OptionalLong seconds(JsonObject response) {
    return OptionalLong.of((long) response.number("created_at").getAsDouble());
  }

  private static Optional<Instant> date(OptionalLong seconds) {
    try {
      return seconds.isPresent() && seconds.getAsLong() > 0
          ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong()))
          : Optional.empty();
    } catch (DateTimeException beyondTime) {
      return Optional.empty();
    }
  }

  private static Optional<Usage> usage(JsonObject response) {
    Optional<JsonObject> figures = response.object("usage").filter(all -> !all.members().isEmpty());
    return figures.map(
        all -> {
          Json json = response.value("usage").orElseThrow().json();
          Usage.Builder usage = Usage.builder(json);
          all.wholeNumber("input_tokens").ifPresent(n -> usage.promptTokens(bounded(n)));
          all.wholeNumber("output_tokens").ifPresent(n -> usage.completionTokens(bounded(n)));
          all.wholeNumber("total_tokens").ifPresent(n -> usage.totalTokens(bounded(n)));
          return usage.build();
        });
  }

  /** More than any answer uses, and small enough to add several. */
  private static long bounded(long figure) {
    return Math.max(0, Math.min(1L << 50, figure));
  }
}
