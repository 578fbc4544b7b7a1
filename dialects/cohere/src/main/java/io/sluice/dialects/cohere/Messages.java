package io.sluice.dialects.cohere;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import io.sluice.json.JsonWriter;
import io.sluice.wire.request.RequestConversation;
import io.sluice.wire.request.RequestPart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The messages of a request in Cohere's form. */
final class Messages {

  private Messages() {}

  /**
   * The messages as an array.
   *
   * @throws IllegalArgumentException in one line that names the message, counted from 1
   */
  static Json of(List<Message> messages) {
    List<String> all = new ArrayList<>();
    new RequestConversation(messages).forEach((index, message) -> all.add(message(message)));
    return new Json(all.stream().collect(Collectors.joining(",", "[", "]")));
  }

  private static String message(Message message) {
    if (message.functionCall().isPresent()) {
      throw RequestBody.API.part("function_call", "make it a tool call");
    }
    return JsonWriter.object(
        text -> {
          text.field("role", role(message.role()));
          content(message, text);
          if (message.role().equals(Role.TOOL)) {
            text.field("tool_call_id", RequestConversation.callId(message));
          }
          if (!message.toolCalls().isEmpty()) {
            Json plan = message.other().get(AnswerFields.TOOL_PLAN);
            if (plan != null) {
              text.field(AnswerFields.TOOL_PLAN, plan);
            }
            text.objects("tool_calls", message.toolCalls(), Messages::call);
          }
        });
  }

  private static String role(Role role) {
    if (role.equals(Role.DEVELOPER)) {
      return Role.SYSTEM.value();
    }
    if (!List.of(Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.TOOL).contains(role)) {
      throw RequestBody.API.part("role '" + role + "'", "use system, user, assistant or tool");
    }
    return role.value();
  }

  /** An answer that only called tools has no content. */
  private static void content(Message message, JsonWriter text) {
    List<RequestPart> parts = new ArrayList<>(RequestPart.of(message));
    message.refusal().ifPresent(words -> parts.add(new RequestPart.Text(words)));
    boolean calls = !message.toolCalls().isEmpty();
    if (calls && RequestPart.text(parts).filter(String::isEmpty).isPresent()) {
      return;
    }
    RequestPart.text(parts)
        .ifPresentOrElse(
            words -> text.field(RequestPart.CONTENT, words),
            () -> text.field(RequestPart.CONTENT, parts(parts)));
  }

  private static Json parts(List<RequestPart> parts) {
    return new Json(
        parts.stream().map(part -> part(part).text()).collect(Collectors.joining(",", "[", "]")));
  }

  private static Json part(RequestPart part) {
    if (part instanceof RequestPart.Text text) {
      return JsonWriter.json(it -> it.field("type", "text").field("text", text.text()));
    }
    if (part instanceof RequestPart.Image image) {
      return JsonWriter.json(
          it ->
              it.field("type", "image_url")
                  .object(
                      "image_url",
                      url -> url.field("url", image.url()).field("detail", image.detail())));
    }
    if (part instanceof RequestPart.Unknown unknown) {
      return unknown.json();
    }
    throw RequestBody.API.part("a file or a sound", "send its text");
  }

  private static void call(JsonWriter text, ToolCall call) {
    text.field("id", call.id())
        .field("type", "function")
        .object(
            "function",
            function ->
                function
                    .field("name", call.name())
                    .field("arguments", call.arguments().isBlank() ? "{}" : call.arguments()));
  }
}
