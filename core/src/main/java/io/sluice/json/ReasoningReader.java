package io.sluice.json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the text of reasoning that arrives in blocks: {@code {"type": "thinking", "thinking": …}},
 * {@code {"type": "reasoning", "summary": [{"type": "summary_text", "text": …}]}} and variations of
 * these.
 */
final class ReasoningReader {
  /** The members that may hold a block's text; the first that exists counts. */
  private static final List<String> TEXTS =
      List.of("text", "thinking", "reasoning", "content", "summary", "summary_text");

  private static final int DEEPEST = 8;

  private ReasoningReader() {}

  /** The text of a string, a block or an array of them; empty if there is none. */
  static String of(JsonValue value) {
    return of(value, DEEPEST);
  }

  /** The text of one block; empty if there is none. */
  static String of(JsonObject block) {
    return text(block, DEEPEST);
  }

  private static String of(JsonValue value, int depth) {
    if (depth == 0) {
      return "";
    }
    return value
        .string()
        .or(() -> value.elements().map(all -> joined(all, depth)))
        .or(() -> value.object().map(block -> text(block, depth)))
        .orElse("");
  }

  private static String joined(List<JsonValue> blocks, int depth) {
    return blocks.stream().map(block -> of(block, depth - 1)).collect(Collectors.joining());
  }

  private static String text(JsonObject block, int depth) {
    return TEXTS.stream()
        .map(block::value)
        .flatMap(Optional::stream)
        .map(value -> of(value, depth - 1))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
