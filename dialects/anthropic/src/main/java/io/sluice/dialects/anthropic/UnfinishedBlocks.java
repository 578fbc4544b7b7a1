package io.sluice.dialects.anthropic;

import static java.util.stream.Collectors.joining;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import java.util.List;

/**
 * An event that no server sends: the blocks that a broken stream left open, each marked with {@link
 * Block#UNFINISHED}. The reader makes it as the last chunk of such a stream, so that nothing
 * received is lost, and reads it again when a record of the stream is played.
 */
final class UnfinishedBlocks {

  /** The event's type, which distinguishes it from all events that Anthropic may send. */
  static final String TYPE = "sluice_unfinished";

  private static final String BLOCKS = "content";

  private UnfinishedBlocks() {}

  static String event(List<Json> blocks) {
    String array = blocks.stream().map(Json::text).collect(joining(",", "[", "]"));
    return JsonWriter.object(text -> text.field("type", TYPE).field(BLOCKS, Json.verbatim(array)));
  }

  static List<Json> of(JsonObject event) {
    return event.elements(BLOCKS).orElse(List.of()).stream().map(JsonValue::json).toList();
  }
}
