package io.sluice.dialects.anthropic;

import static java.util.stream.Collectors.joining;

import io.sluice.chat.Json;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The consecutive content of one role.
 *
 * @param role {@code user} or {@code assistant}
 * @param content one string, or blocks, each a JSON object
 */
record Turn(String role, List<Json> content) {

  Turn {
    content = List.copyOf(content);
  }

  /** This turn with more content of the same role. */
  Turn and(List<Json> more) {
    List<Json> both = new ArrayList<>(content);
    both.addAll(more);
    return new Turn(role, both);
  }

  /** Writes the members of the message. */
  static void write(JsonWriter text, Turn turn) {
    text.field("role", turn.role()).field("content", content(turn.content()));
  }

  /** A single text is written as a string, which means the same as an array of one text block. */
  static Json content(List<Json> blocks) {
    if (blocks.size() == 1 && isText(blocks.get(0))) {
      return blocks.get(0);
    }
    return Json.verbatim(blocks.stream().map(Turn::block).collect(joining(",", "[", "]")));
  }

  private static String block(Json content) {
    return isText(content)
        ? JsonWriter.object(text -> text.field("type", "text").field("text", content))
        : content.text();
  }

  private static boolean isText(Json content) {
    return new JsonValue(content).string().isPresent();
  }
}
