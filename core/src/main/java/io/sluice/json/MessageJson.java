package io.sluice.json;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Messages in the shape of those in a request of OpenAI's chat completions. What is not modelled,
 * or does not fit the model, is kept verbatim among a message's unmodelled fields, so that writing
 * it again says the same.
 */
public final class MessageJson {

  private MessageJson() {}

  /** One object on one line, as a request has it. */
  public static String write(Message message) {
    return JsonWriter.object(text -> write(text, message));
  }

  /**
   * Reads one message.
   *
   * @throws MalformedJsonException in one line, if the text is no JSON object (with the character
   *     at which reading stopped, from 1), or does not say who speaks
   */
  public static Message read(String text) {
    try {
      return spoken(JsonObject.read(text))
          .orElseThrow(() -> new MalformedJsonException("a message without a role"));
    } catch (MalformedJsonException malformed) {
      throw malformed.in(text);
    }
  }

  /**
   * Reads an array of messages, which may be empty.
   *
   * @throws MalformedJsonException in one line, if the text is no JSON array (with the character at
   *     which reading stopped, from 1), or one of its messages, counted from 1, is none
   */
  public static List<Message> readAll(String text) {
    try {
      List<JsonValue> elements =
          JsonValue.read(text)
              .elements()
              .orElseThrow(() -> new MalformedJsonException("no JSON array"));
      List<Message> messages = new ArrayList<>();
      for (JsonValue element : elements) {
        messages.add(
            element
                .object()
                .flatMap(MessageJson::spoken)
                .orElseThrow(() -> none(messages.size() + 1)));
      }
      return List.copyOf(messages);
    } catch (MalformedJsonException malformed) {
      throw malformed.in(text);
    }
  }

  private static MalformedJsonException none(int position) {
    return new MalformedJsonException(
        "an array whose message " + position + " is no object with a role");
  }

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

  /** Omits fields of an answer that chat completions do not accept in a request. */
  private static void field(JsonWriter text, Role role, String name, Json value) {
    boolean answer = role.equals(Role.ASSISTANT);
    if (answer && AnswerFields.ONLY_IN_ANSWERS.contains(name)) {
      return;
    }
    text.field(name, answer && name.equals(AnswerFields.AUDIO) ? audio(value) : value);
  }

  /** A spoken answer is sent back by its id only (OpenAI API reference, "Audio"). */
  private static Json audio(Json spoken) {
    return new JsonValue(spoken)
        .object()
        .flatMap(audio -> audio.string("id"))
        .map(id -> JsonWriter.json(text -> text.field("id", id)))
        .orElse(spoken);
  }

  /** The message, if it says who speaks. */
  static Optional<Message> spoken(JsonObject message) {
    return message.string("role").map(role -> spoken(message, new Role(role)));
  }

  private static Message spoken(JsonObject message, Role role) {
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
