package io.sluice.json;

import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Messages of a request. */
final class MessageJson {

  private static final String AUDIO = "audio";
  private static final Set<String> ONLY_ANSWERED = Set.of(ContentReader.OTHER_PARTS, "annotations");

  private MessageJson() {}

  /** Writes the members of a message; its unmodelled ones win. */
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
    members.write("tool_call_id", (out, name) -> out.field(name, message.toolCallId()));
    message.other().forEach((name, value) -> field(text, message.role(), name, value));
  }

  /** Fields of an answer that chat completions have no place for in a request stay away from it. */
  private static void field(JsonWriter text, Role role, String name, Json value) {
    boolean answer = role.equals(Role.ASSISTANT);
    if (answer && ONLY_ANSWERED.contains(name)) {
      return;
    }
    text.field(name, answer && name.equals(AUDIO) ? audio(value) : value);
  }

  /** A spoken answer is sent back by its id alone (OpenAI API reference, "Audio"). */
  private static Json audio(Json spoken) {
    return new JsonValue(spoken)
        .object()
        .flatMap(audio -> audio.string("id"))
        .map(id -> JsonWriter.json(text -> text.field("id", id)))
        .orElse(spoken);
  }

  /** The message, if it says who speaks. */
  static Optional<Message> read(JsonObject message) {
    return message.string("role").map(role -> read(message, new Role(role)));
  }

  private static Message read(JsonObject message, Role role) {
    Map<String, Json> rest = new LinkedHashMap<>(message.members());
    Message.Builder read = Message.builder(role);
    rest.remove("role");
    take(rest, "content", message.string("content"), read::content);
    take(rest, "reasoning_content", message.string("reasoning_content"), read::reasoning);
    take(rest, "refusal", message.string("refusal"), read::refusal);
    take(
        rest,
        "tool_calls",
        message.elements("tool_calls").flatMap(ToolCallJson::readAll),
        read::toolCalls);
    take(
        rest,
        "function_call",
        message.object("function_call").flatMap(ToolCallJson::readFunction),
        read::functionCall);
    take(rest, "tool_call_id", message.string("tool_call_id"), read::toolCallId);
    return read.other(rest).build();
  }

  /** A member that was understood is no unmodelled field. */
  private static <T> void take(
      Map<String, Json> rest, String name, Optional<T> value, Consumer<T> component) {
    value.ifPresent(
        read -> {
          component.accept(read);
          rest.remove(name);
        });
  }
}
