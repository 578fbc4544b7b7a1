package io.sluice.dialects.anthropic;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.Members;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The content of one message: JSON strings for text and JSON objects for other blocks, in the order
 * that Anthropic requires. The caller's own content that Anthropic cannot take is refused; {@link
 * Answered} says what is left out of an answer.
 */
final class Content {

  static final String CONTENT = "content";
  private static final String TOOL_CALL_ID = "tool_call_id";

  private Content() {}

  static List<Json> of(Message message) {
    if (message.role().equals(Role.TOOL)) {
      return List.of(toolResult(message));
    }
    refuseFunctionCall(message);
    if (Answered.isOne(message)) {
      return all(Answered.reduced(message));
    }
    refuseUnsaid(message);
    return all(message);
  }

  private static List<Json> all(Message message) {
    List<Json> content = new ArrayList<>(kept(message));
    content.addAll(said(message));
    message.refusal().map(JsonWriter::json).ifPresent(content::add);
    message.toolCalls().forEach(call -> content.add(toolUse(call)));
    return content;
  }

  private static Json toolResult(Message message) {
    Json id =
        Optional.ofNullable(message.other().get(TOOL_CALL_ID))
            .or(() -> message.toolCallId().map(JsonWriter::json))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a tool's result lacks its tool_call_id; add the id of the call"));
    Map<String, Json> more = new LinkedHashMap<>(message.other());
    more.keySet().removeAll(Set.of(TOOL_CALL_ID, CONTENT));
    return JsonWriter.json(
        text -> {
          text.field("type", "tool_result").field("tool_use_id", id);
          text.field(CONTENT, Turn.content(said(message)));
          more.forEach(text::field);
        });
  }

  /** The text with its citations; or the content that was given instead, with its media. */
  private static List<Json> said(Message message) {
    Json given = message.other().get(CONTENT);
    if (given != null) {
      return new JsonValue(given)
          .elements()
          .map(all -> all.stream().map(JsonValue::json).map(MediaPart::of).toList())
          .orElseGet(() -> new JsonValue(given).isNull() ? List.of() : List.of(given));
    }
    boolean alone =
        message.toolCalls().isEmpty()
            && message.toolCallId().isEmpty()
            && message.other().isEmpty();
    Optional<String> words = message.content().filter(text -> alone || !text.isEmpty());
    return words.map(text -> List.of(cited(text, message))).orElse(List.of());
  }

  private static Json cited(String text, Message message) {
    Json citations = message.other().get(AnswerFields.ANNOTATIONS);
    return citations == null
        ? JsonWriter.json(text)
        : JsonWriter.json(
            block -> block.field("type", "text").field("text", text).field("citations", citations));
  }

  private static List<Json> kept(Message message) {
    return Optional.ofNullable(message.other().get(AnswerFields.CONTENT_PARTS))
        .flatMap(kept -> new JsonValue(kept).elements())
        .map(all -> all.stream().map(JsonValue::json).toList())
        .orElse(List.of());
  }

  private static Json toolUse(ToolCall call) {
    return JsonWriter.json(
        text -> {
          var members = new Members(text, call.other().keySet());
          members.write("type", (out, name) -> out.field(name, "tool_use"));
          members.write("id", (out, name) -> out.field(name, call.id()));
          members.write("name", (out, name) -> out.field(name, call.name()));
          members.write("input", (out, name) -> out.field(name, input(call)));
          call.other().forEach(text::field);
        });
  }

  private static Json input(ToolCall call) {
    try {
      if (!call.arguments().isBlank()) {
        JsonObject.read(call.arguments());
        return Json.verbatim(call.arguments());
      }
      return Json.verbatim("{}");
    } catch (MalformedJsonException malformed) {
      throw new IllegalArgumentException(
          "the arguments of tool call '" + call.name() + "' are no JSON object; correct them",
          malformed);
    }
  }

  private static void refuseFunctionCall(Message message) {
    message
        .functionCall()
        .ifPresent(
            call -> {
              throw new IllegalArgumentException(
                  "function_call '" + call.name() + "' has no id; make it a tool call");
            });
  }

  private static void refuseUnsaid(Message message) {
    if (message.reasoning().isPresent() && kept(message).isEmpty()) {
      throw new IllegalArgumentException(
          "its reasoning lacks the signature that Anthropic demands; leave the reasoning out");
    }
    for (String name : message.other().keySet()) {
      if (!Set.of(CONTENT, AnswerFields.CONTENT_PARTS, AnswerFields.ANNOTATIONS).contains(name)) {
        throw unsaid(name);
      }
    }
    if (message.toolCallId().isPresent()) {
      throw unsaid(TOOL_CALL_ID);
    }
  }

  private static IllegalArgumentException unsaid(String field) {
    return new IllegalArgumentException(
        "Anthropic has no place for '" + field + "' in a message; leave it out");
  }
}
