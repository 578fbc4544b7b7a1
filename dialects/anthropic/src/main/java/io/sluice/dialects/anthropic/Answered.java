package io.sluice.dialects.anthropic;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.wire.fold.ContentOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reduces an answer to a form that can be sent to Anthropic again. The answer may be another
 * server's, since a conversation may change servers. Content that only that server understands is
 * left out, and so are blocks whose end was never received, because Anthropic would refuse a
 * request with either.
 */
final class Answered {

  private static final Set<String> OF_CALLS = Set.of("caller", "cache_control");
  private static final Set<String> BLOCKS =
      Set.of("redacted_thinking", "compaction", "fallback", "container_upload", "search_result");

  private Answered() {}

  static boolean isOne(Message message) {
    return message.role().equals(Role.ASSISTANT);
  }

  /**
   * The same answer without what Anthropic refuses: blank text, and reasoning, which it accepts
   * only in signed blocks.
   */
  static Message reduced(Message message) {
    Map<String, Json> other = new LinkedHashMap<>();
    Optional.ofNullable(message.other().get(Content.CONTENT))
        .ifPresent(content -> other.put(Content.CONTENT, content));
    if (!ContentOrder.isForeign(message, AnthropicDialect.NAME)) {
      elements(message, AnswerFields.CONTENT_PARTS, Answered::isBlock)
          .ifPresent(b -> other.put(AnswerFields.CONTENT_PARTS, b));
    }
    elements(message, AnswerFields.ANNOTATIONS, Answered::isCitation)
        .ifPresent(citations -> other.put(AnswerFields.ANNOTATIONS, citations));
    Message.Builder reduced =
        message.toBuilder()
            .withoutReasoning()
            .toolCalls(message.toolCalls().stream().map(Answered::reduced).toList())
            .other(other);
    boolean says = message.content().filter(text -> !text.isBlank()).isPresent();
    return (says ? reduced : reduced.withoutContent()).build();
  }

  private static ToolCall reduced(ToolCall call) {
    Map<String, Json> other = new LinkedHashMap<>(call.other());
    other.keySet().retainAll(OF_CALLS);
    return new ToolCall(call.id(), call.name(), call.arguments(), other);
  }

  /** An array without the elements that are not Anthropic's; empty if none is left. */
  private static Optional<Json> elements(
      Message message, String array, Predicate<JsonObject> anthropics) {
    List<String> left =
        Optional.ofNullable(message.other().get(array))
            .flatMap(all -> new JsonValue(all).elements())
            .orElse(List.of())
            .stream()
            .filter(element -> element.object().filter(anthropics).isPresent())
            .map(element -> element.json().text())
            .toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(Json.verbatim("[" + String.join(",", left) + "]"));
  }

  private static boolean isBlock(JsonObject block) {
    String type = block.string("type").orElse("");
    boolean known =
        BLOCKS.contains(type)
            || type.endsWith("_tool_use")
            || type.endsWith("_tool_result")
            || (type.equals("thinking") && isSigned(block));
    return known && !block.flag(Block.UNFINISHED).orElse(false);
  }

  /** Other servers have blocks of the same name whose thinking is not a string and not signed. */
  private static boolean isSigned(JsonObject thinking) {
    return thinking.string("thinking").isPresent()
        && thinking.string("signature").filter(signature -> !signature.isEmpty()).isPresent();
  }

  private static boolean isCitation(JsonObject citation) {
    return citation.string("type").filter(type -> type.endsWith("_location")).isPresent();
  }
}
