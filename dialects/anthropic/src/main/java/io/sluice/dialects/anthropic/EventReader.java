package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.chat.Role;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonReader;
import io.sluice.json.MalformedJsonException;
import io.sluice.stream.Delta;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Irregularity;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes chunks of the events of one stream, or of a message in one piece. What is not modelled is
 * kept: of an event and of the message's head at the top, of what ends the message in the choice.
 * Mutable; for one thread at a time.
 */
final class EventReader {

  private static final Set<String> EVENTS =
      Set.of(
          "message_start",
          "content_block_start",
          "content_block_delta",
          "content_block_stop",
          "message_delta",
          "message_stop",
          "ping");
  private static final Set<String> OF_EVENTS =
      Set.of("type", "index", "message", "content_block", "delta", "usage");
  private static final Set<String> OF_MESSAGES =
      Set.of("id", "type", "role", "model", "content", "usage");
  private static final String STOP_REASON = "stop_reason";

  private final JsonReader objects = new JsonReader();
  private final Blocks blocks = new Blocks();
  private final UsageFold usage = new UsageFold();

  /**
   * One event, from its text.
   *
   * @param remarks is told, before this returns, of what was forgiven
   * @throws MalformedJsonException if it is no JSON object, or exceeds a bound
   */
  MessageChunk read(String json, Duration at, Consumer<Irregularity.Kind> remarks) {
    JsonObject event = objects.object(json);
    var draft = new Draft(remarks);
    String type = event.string("type").orElse("");
    switch (type) {
      case "message_start" ->
          part("message", event, draft).ifPresent(message -> begin(message, draft));
      case "content_block_start" ->
          part("content_block", event, draft).ifPresent(b -> blocks.start(event, b, draft));
      case "content_block_delta" ->
          part("delta", event, draft).ifPresent(delta -> blocks.add(event, delta, draft));
      case "content_block_stop" -> blocks.stop(event, draft);
      case "message_delta" -> change(event, draft);
      case "message_stop" -> last(draft);
      case "message" -> whole(event, draft);
      case "error" -> draft.kind(MessageChunk.Kind.ERROR);
      case "ping" -> {}
      default -> unknown(type, event, json, draft);
    }
    if (EVENTS.contains(type)) {
      others(event, draft);
    }
    return draft.chunk(at, json);
  }

  private void begin(JsonObject message, Draft draft) {
    draft.origin(message.string("id").orElse(""), message.string("model").orElse(""));
    message
        .string("role")
        .filter(role -> !role.isEmpty())
        .ifPresent(role -> draft.add(new Delta.Role(Draft.CHOICE, new Role(role))));
    message
        .elements("content")
        .ifPresent(
            all -> all.forEach(one -> one.object().ifPresent(block -> blocks.whole(block, draft))));
    message.object("usage").ifPresent(figures -> draft.usage(usage.add(figures)));
    message
        .members()
        .forEach(
            (name, value) -> {
              if (!OF_MESSAGES.contains(name)) {
                boolean stops = name.startsWith("stop_");
                draft.other(stops ? Place.CHOICE : Place.CHUNK, name, value);
              }
            });
  }

  private void change(JsonObject event, Draft draft) {
    blocks.stopAll(draft);
    part("delta", event, draft)
        .ifPresent(
            delta -> {
              finish(delta, draft);
              delta.members().forEach((name, value) -> draft.other(Place.CHOICE, name, value));
            });
    event.object("usage").ifPresent(figures -> draft.usage(usage.add(figures)));
  }

  private void last(Draft draft) {
    blocks.stopAll(draft);
    draft.kind(MessageChunk.Kind.LAST);
  }

  private void whole(JsonObject message, Draft draft) {
    begin(message, draft);
    finish(message, draft);
    last(draft);
  }

  /** An event of a later version stays as it is; what has no type is at most an error. */
  private static void unknown(String type, JsonObject event, String json, Draft draft) {
    if (!type.isEmpty()) {
      draft.other(Place.CHUNK, type, new Json(json));
      return;
    }
    event.members().forEach((name, value) -> draft.other(Place.CHUNK, name, value));
    if (event.value("error").isPresent()) {
      draft.kind(MessageChunk.Kind.ERROR);
    }
  }

  private static void finish(JsonObject from, Draft draft) {
    from.string(STOP_REASON)
        .filter(word -> !word.isEmpty())
        .ifPresent(word -> draft.add(new Delta.Finish(Draft.CHOICE, StopReason.finish(word))));
  }

  private static void others(JsonObject event, Draft draft) {
    event
        .members()
        .forEach(
            (name, value) -> {
              if (!OF_EVENTS.contains(name)) {
                draft.other(Place.CHUNK, name, value);
              }
            });
  }

  private Optional<JsonObject> part(String name, JsonObject event, Draft draft) {
    Optional<JsonObject> part = event.value(name).flatMap(objects::object);
    if (part.isEmpty()) {
      draft.irregular(Irregularity.Kind.UNEXPECTED_TYPE);
    }
    return part;
  }
}
