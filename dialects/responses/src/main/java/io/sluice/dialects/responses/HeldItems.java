package io.sluice.dialects.responses;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import io.sluice.stream.Chunk;
import io.sluice.wire.fold.ChunkDraft;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Items to keep that may not be complete yet: some servers give the {@code encrypted_content} of
 * reasoning only in the last event. From the first such item on, all wait for that event, so that
 * their order stays. Mutable; for one thread at a time.
 */
final class HeldItems {

  /**
   * The type of an event that no server sends: the items that a broken stream left waiting. The
   * reader makes it as the last chunk, and reads it again when a record of the stream is played.
   */
  static final String EVENT = "sluice_unfinished";

  private static final String ITEMS = "items";
  private static final String ENCRYPTED = "encrypted_content";

  private static final long MOST_CHARACTERS = 64L << 20;

  private long characters;
  private final Map<String, Json> waiting = new LinkedHashMap<>();

  /** Passes an item on, or lets it wait. */
  void add(JsonObject item, Consumer<Json> kept) {
    Json json = json(item);
    boolean incomplete =
        item.string("type").orElse("").equals("reasoning") && item.string(ENCRYPTED).isEmpty();
    if (incomplete || !waiting.isEmpty()) {
      characters += json.text().length();
      if (characters > MOST_CHARACTERS) {
        throw new MalformedJsonException("items of more than " + MOST_CHARACTERS + " characters");
      }
      waiting.put(item.string("id").orElse("#" + waiting.size()), json);
    } else {
      kept.accept(json);
    }
  }

  /** Replaces a waiting item by the one of the last event, if that has what was missing. */
  void complete(JsonObject item) {
    if (item.string(ENCRYPTED).isPresent()) {
      item.string("id").ifPresent(id -> waiting.computeIfPresent(id, (same, before) -> json(item)));
    }
  }

  /** Passes all waiting items on. */
  void release(Consumer<Json> kept) {
    waiting.values().forEach(kept);
    waiting.clear();
  }

  /** The chunk that keeps what still waits when a stream breaks; empty if nothing does. */
  Optional<Chunk> chunk(Duration at) {
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    var draft = new ChunkDraft();
    String array =
        waiting.values().stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
    release(item -> OutputItems.keep(item, draft));
    String json =
        JsonWriter.object(text -> text.field("type", EVENT).field(ITEMS, new Json(array)));
    return Optional.of(draft.chunk(json, at));
  }

  static List<Json> read(JsonObject event) {
    return event.elements(ITEMS).orElse(List.of()).stream().map(JsonValue::json).toList();
  }

  private static Json json(JsonObject item) {
    return JsonWriter.json(text -> item.members().forEach(text::field));
  }
}
