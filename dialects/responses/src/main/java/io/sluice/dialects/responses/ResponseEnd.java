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
import java.util.Set;

/**
 * Reads the response object that ends a stream, or is the whole answer: what of its output has not
 * come yet, why it ended, and its usage.
 */
record ResponseEnd(OutputItems items) {

  private static final String STATUS = "status";
  private static final String COMPLETED = "completed";
  private static final Set<String> BAD = Set.of("incomplete", "failed", "cancelled");
  private static final List<String> KEPT = List.of("service_tier", "conversation");

  /**
   * Reads the event that ends a stream. Some servers send the response as it was at the beginning,
   * or none: then the name of the event says how it ended.
   */
  void read(String name, JsonObject event, ChunkDraft draft) {
    String word = name.substring(name.lastIndexOf('.') + 1);
    Optional<JsonObject> response = event.object("response");
    response.ifPresent(it -> whole(word, it, draft));
    if (response.isEmpty()) {
      end(word, event, draft);
    }
  }

  /**
   * Reads a response that has ended.
   *
   * @param word how it ended, by the name of its event; empty if it was no event
   */
  void whole(String word, JsonObject response, ChunkDraft draft) {
    draft.origin(origin(response));
    response.elements("output").ifPresent(all -> items.rest(all, draft));
    usage(response).ifPresent(draft::usage);
    KEPT.forEach(name -> keep(response, Place.CHUNK, name, draft));
    end(ended(word, response.string(STATUS)), response, draft);
  }

  /** An event that completes a response may still hold one that did not become complete. */
  private static String ended(String word, Optional<String> status) {
    boolean told =
        word.isEmpty() || (word.equals(COMPLETED) && status.filter(BAD::contains).isPresent());
    return told ? status.orElse(COMPLETED) : word;
  }

  private void end(String word, JsonObject response, ChunkDraft draft) {
    switch (word) {
      case COMPLETED ->
          finish(response, items.anyCall() ? FinishReason.TOOL_CALLS : FinishReason.STOP, draft);
      case "incomplete" -> finish(response, incomplete(response), draft);
      case "failed", "cancelled" -> draft.failed(failure(word, response));
      default -> draft.failed(unfinished(word));
    }
  }

  private static void finish(JsonObject response, FinishReason reason, ChunkDraft draft) {
    keep(response, Place.CHOICE, STATUS, draft);
    keep(response, Place.CHOICE, "incomplete_details", draft);
    draft.finish(ResponseReader.CHOICE, reason);
    draft.done();
  }

  private static FinishReason incomplete(JsonObject response) {
    String reason =
        response.object("incomplete_details").flatMap(it -> it.string("reason")).orElse("");
    return switch (reason) {
      case "max_output_tokens", "max_tokens" -> FinishReason.LENGTH;
      case "content_filter" -> FinishReason.CONTENT_FILTER;
      case "" -> new FinishReason("incomplete");
      default -> new FinishReason(reason);
    };
  }

  private static Failure failure(String word, JsonObject response) {
    Optional<JsonValue> error = response.value("error");
    if (error.isEmpty()) {
      return new Failure.Provider(
          Optional.empty(), Optional.of(word), "the server says of the response: " + word);
    }
    return Payloads.error(JsonWriter.object(text -> text.field("error", error.get().json())));
  }

  private static Failure unfinished(String word) {
    return new Failure.Protocol("the response is " + word + " and not complete", "");
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
