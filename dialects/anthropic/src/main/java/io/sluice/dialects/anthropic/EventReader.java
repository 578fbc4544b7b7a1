package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.chat.Role;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonReader;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.RepeatedEvents;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Irregularity;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes chunks of the events of one stream, or of a message that is one document. Fields that are
 * not modelled are kept: those of an event and of the message's head at the top level, those that
 * end the message in the choice. Mutable; for one thread at a time.
 */
final class EventReader {

  private static final String PING = "ping";
  private static final Set<String> EVENTS =
      Set.of(
          "message_start",
          "content_block_start",
          "content_block_delta",
          "content_block_stop",
          "message_delta",
          "message_stop",
          PING);
  private static final Set<String> OF_EVENTS =
      Set.of("type", "index", "message", "content_block", "delta", "usage");
  private static final Set<String> OF_MESSAGES =
      Set.of("id", "type", "role", "model", "content", "usage");
  private static final String STOP_REASON = "stop_reason";

  private final JsonReader objects = new JsonReader();
  private final Blocks blocks = new Blocks();
  private final UsageFold usage = new UsageFold();
  private final MessageProgress progress = new MessageProgress();
  private final RepeatedEvents repetitions = new RepeatedEvents();

  /** The chunk of an event that repeats the last one in other words; empty if it must be read. */
  Optional<Chunk> repeated(ByteBuffer payload, String name, Duration at) {
    return repetitions.read(name, payload, at);
  }

  /**
   * Reads one event from its text.
   *
   * @param payload the same in UTF-8; its position is not moved
   * @param name the event's name in the stream; used only for a ping without a type
   * @param remarks is told, before this returns, of the irregularities that were tolerated
   * @throws MalformedJsonException if it is no JSON object, or exceeds a bound
   */
  MessageChunk read(
      String json,
      ByteBuffer payload,
      String name,
      Duration at,
      Consumer<Irregularity.Kind> remarks) {
    JsonObject event = objects.object(json);
    var draft = new EventDraft(remarks);
    String type = event.string("type").orElse(name.equals(PING) ? PING : "");
    switch (type) {
      case "message" -> whole(event, draft);
      case "error" -> error(draft);
      case UnfinishedBlocks.TYPE -> {
        blocks.breakOff();
        draft.keep(UnfinishedBlocks.of(event));
      }
      default -> {
        if (EVENTS.contains(type)) {
          known(type, event, draft);
        } else {
          unknown(type, event, json, draft);
        }
      }
    }
    MessageChunk chunk = draft.chunk(at, json);
    draft.teach(repetitions, name, payload, chunk);
    return chunk;
  }

  /**
   * A chunk made by this reader for a stream that breaks. It keeps the blocks that are still open,
   * and its JSON is an event with them ({@link UnfinishedBlocks}). Empty if none are open.
   */
  Optional<MessageChunk> unfinished(Duration at) {
    List<Json> remnants = blocks.breakOff();
    if (remnants.isEmpty()) {
      return Optional.empty();
    }
    var draft = new EventDraft(remark -> {});
    draft.keep(remnants);
    return Optional.of(draft.chunk(at, UnfinishedBlocks.event(remnants)));
  }

  /** Whether a message has begun. */
  boolean hasBegun() {
    return progress.hasBegun();
  }

  /** Whether the message has a stop reason, and no content after it. */
  boolean hasFinished() {
    return progress.hasFinished();
  }

  private void known(String type, JsonObject event, EventDraft draft) {
    if (!type.equals(PING)) {
      progress.begin();
    }
    switch (type) {
      case "message_start" -> part("message", event, draft).ifPresent(m -> start(m, draft));
      case "content_block_start" -> {
        progress.goOn();
        part("content_block", event, draft).ifPresent(b -> blocks.start(event, b, draft));
      }
      case "content_block_delta" -> {
        progress.goOn();
        part("delta", event, draft).ifPresent(delta -> blocks.add(event, delta, draft));
      }
      case "content_block_stop" -> blocks.stop(event, draft);
      case "message_delta" -> change(event, draft);
      case "message_stop" -> last(draft);
      default -> {}
    }
    if (!draft.is(MessageChunk.Kind.SECOND)) {
      others(event, draft);
    }
  }

  /**
   * Ignores the contents of a second message, which could not be separated from the first one's
   * again.
   */
  private void start(JsonObject message, EventDraft draft) {
    switch (progress.start(message.string("id").orElse(""), blocks.any())) {
      case FIRST -> begin(message, draft);
      case REPEATED -> {
        draft.irregular(Irregularity.Kind.UNEXPECTED_TYPE);
        begin(message, draft);
      }
      case SECOND -> {
        draft.kind(MessageChunk.Kind.SECOND);
        draft.keep(blocks.breakOff());
      }
    }
  }

  private void begin(JsonObject message, EventDraft draft) {
    draft.origin(message.string("id").orElse(""), message.string("model").orElse(""));
    message
        .string("role")
        .filter(role -> !role.isEmpty())
        .ifPresent(role -> draft.add(new Delta.Role(EventDraft.CHOICE, new Role(role))));
    if (!blocks.any()) {
      message
          .elements("content")
          .ifPresent(
              all -> all.forEach(one -> one.object().ifPresent(b -> blocks.whole(b, draft))));
    }
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

  /** Usage may arrive before the end; only the stop reason says that all blocks are complete. */
  private void change(JsonObject event, EventDraft draft) {
    part("delta", event, draft)
        .ifPresent(
            delta -> {
              finish(delta, draft);
              delta.members().forEach((name, value) -> draft.other(Place.CHOICE, name, value));
            });
    event.object("usage").ifPresent(figures -> draft.usage(usage.add(figures)));
  }

  private void last(EventDraft draft) {
    blocks.stopAll(draft);
    draft.kind(MessageChunk.Kind.LAST);
  }

  private void whole(JsonObject message, EventDraft draft) {
    start(message, draft);
    if (!draft.is(MessageChunk.Kind.SECOND)) {
      finish(message, draft);
      last(draft);
    }
  }

  private void error(EventDraft draft) {
    draft.kind(MessageChunk.Kind.ERROR);
    draft.keep(blocks.breakOff());
  }

  /** An event of a later version is kept as it is, unless it reports an error. */
  private void unknown(String type, JsonObject event, String json, EventDraft draft) {
    if (type.isEmpty()) {
      event.members().forEach((name, value) -> draft.other(Place.CHUNK, name, value));
    } else {
      draft.other(Place.CHUNK, type, Json.verbatim(json));
    }
    if (UnknownEvent.isError(type, event, json)) {
      error(draft);
    } else if (!progress.hasBegun()) {
      draft.kind(MessageChunk.Kind.FOREIGN);
    }
  }

  private void finish(JsonObject from, EventDraft draft) {
    from.string(STOP_REASON)
        .filter(word -> !word.isEmpty())
        .ifPresent(
            word -> {
              blocks.stopAll(draft);
              progress.finish();
              draft.add(new Delta.Finish(EventDraft.CHOICE, StopReason.finish(word)));
            });
  }

  private static void others(JsonObject event, EventDraft draft) {
    event
        .members()
        .forEach(
            (name, value) -> {
              if (!OF_EVENTS.contains(name)) {
                draft.other(Place.CHUNK, name, value);
              }
            });
  }

  private Optional<JsonObject> part(String name, JsonObject event, EventDraft draft) {
    Optional<JsonObject> part = event.value(name).flatMap(objects::object);
    if (part.isEmpty()) {
      draft.irregular(Irregularity.Kind.UNEXPECTED_TYPE);
    }
    return part;
  }
}
