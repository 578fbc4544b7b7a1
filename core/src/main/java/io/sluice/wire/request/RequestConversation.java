package io.sluice.wire.request;

import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import io.sluice.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The messages of a request, with what one of them says of another.
 *
 * @param messages the messages in order
 */
public record RequestConversation(List<Message> messages) {

  private static final String TOOL_CALL_ID = "tool_call_id";

  /** Copies the list. */
  public RequestConversation {
    messages = List.copyOf(messages);
  }

  /**
   * Calls {@code each} with every message and its index.
   *
   * @throws IllegalArgumentException what {@code each} throws, with the number of the message,
   *     counted from 1
   */
  public void forEach(BiConsumer<Integer, Message> each) {
    for (int i = 0; i < messages.size(); i++) {
      try {
        each.accept(i, messages.get(i));
      } catch (IllegalArgumentException inexpressible) {
        throw new IllegalArgumentException(
            "message " + (i + 1) + ": " + inexpressible.getMessage(), inexpressible);
      }
    }
  }

  /** The messages after the last answer, if there is one; all of them otherwise. */
  public RequestConversation news() {
    int from = 0;
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).role().equals(Role.ASSISTANT)) {
        from = i + 1;
      }
    }
    return new RequestConversation(messages.subList(from, messages.size()));
  }

  /** Whether a message speaks for the system. */
  public static boolean isSystem(Message message) {
    return message.role().equals(Role.SYSTEM) || message.role().equals(Role.DEVELOPER);
  }

  /**
   * The id of the call whose result a message is.
   *
   * @throws IllegalArgumentException in one line, if the message lacks it
   */
  public static String callId(Message result) {
    Json given = result.other().get(TOOL_CALL_ID);
    Optional<String> id = given == null ? Optional.empty() : new JsonValue(given).string();
    return id.or(result::toolCallId)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a tool's result lacks its tool_call_id; add the id of the call"));
  }

  /** The call of that id, the last one before the message at {@code index}. */
  public Optional<ToolCall> call(String id, int index) {
    for (int i = index - 1; i >= 0; i--) {
      for (ToolCall call : messages.get(i).toolCalls()) {
        if (call.id().equals(id)) {
          return Optional.of(call);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The arguments of a call as a JSON object; an empty one if there are none.
   *
   * @throws IllegalArgumentException in one line, if they are something else
   */
  public static Json arguments(ToolCall call) {
    if (call.arguments().isBlank()) {
      return new Json("{}");
    }
    try {
      if (JsonValue.read(call.arguments()).object().isPresent()) {
        return new Json(call.arguments());
      }
    } catch (IllegalArgumentException malformed) {
      throw wrong(call, malformed);
    }
    throw wrong(call, new IllegalArgumentException("no object"));
  }

  private static IllegalArgumentException wrong(ToolCall call, IllegalArgumentException cause) {
    return new IllegalArgumentException(
        "the arguments of tool call '" + call.name() + "' are no JSON object; correct them", cause);
  }
}
