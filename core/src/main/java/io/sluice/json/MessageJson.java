package io.sluice.json;

import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and writes messages of a request. */
final class MessageJson {

  private static final String AUDIO = "audio";
  private static final Set<String> ONLY_ANSWERED = Set.of(ContentReader.OTHER_PARTS, "annotations");

  private MessageJson() {}

  /** Writes the members of a message; its unmodelled ones take precedence. */
  static void write(JsonWriter text, Message message) {
    var members = new Members(text, message.other().keySet());
    members.write("role", (out, name) -> out.field(name, message.role().value()));
    members.write("content", (out, name) -> out.field(name, message.content()));
    members.write("reasoning_content", (out, name) -> out.field(name, message.reasoning()));
    members.write("refusal", (out, name) -> out.field(name, message.refusal()));
    if (!message.toolCalls().isEmpty()) {
      members.write(
          "tool_calls", (out, name) -> out.objects(name, message.toolCalls(), ToolCallJson::write));
    }
    message
        .functionCall()
        .ifPresent(
            call ->
                members.write(
                    "function_call",
                    (out, name) ->
                        out.object(name, inner -> ToolCallJson.writeFunction(inner, call))));
    message.other().forEach((name, value) -> field(text, message.role(), name, value));
  }

  /** Omits fields of an answer that chat completions do not accept in a request. */
  private static void field(JsonWriter text, Role role, String name, Json value) {
    boolean answer = role.equals(Role.ASSISTANT);
    if (answer && ONLY_ANSWERED.contains(name)) {
      return;
    }
    text.field(name, answer && name.equals(AUDIO) ? audio(value) : value);
  }

  /** A spoken answer is sent back by its id only (OpenAI API reference, "Audio"). */
  private static Json audio(Json spoken) {
    return new JsonValue(spoken)
        .object()
        .flatMap(audio -> audio.string("id"))
        .map(id -> JsonWriter.json(text -> text.field("id", id)))
        .orElse(spoken);
  }

  /** The message; empty if it has no role. */
  static Optional<Message> read(JsonObject message) {
    return message.string("role").map(role -> read(message, new Role(role)));
  }

  private static Message read(JsonObject message, Role role) {
    Map<String, Json> rest = new LinkedHashMap<>(message.members());
    rest.remove("role");
    Optional<List<ToolCall>> toolCalls =
        message.elements("tool_calls").flatMap(ToolCallJson::readAll);
    toolCalls.ifPresent(calls -> rest.remove("tool_calls"));
    Optional<ToolCall> functionCall =
        message.object("function_call").flatMap(ToolCallJson::readFunction);
    functionCall.ifPresent(call -> rest.remove("function_call"));
    return new Message(
        role,
        string(message, rest, "content"),
        string(message, rest, "reasoning_content"),
        string(message, rest, "refusal"),
        toolCalls.orElse(List.of()),
        functionCall,
        rest);
  }

  private static Optional<String> string(JsonObject message, Map<String, Json> rest, String name) {
    Optional<String> value = message.string(name);
    value.ifPresent(text -> rest.remove(name));
    return value;
  }
}
