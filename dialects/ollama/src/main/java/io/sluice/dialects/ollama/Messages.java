package io.sluice.dialects.ollama;

import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.wire.request.DataUrl;
import io.sluice.wire.request.RequestConversation;
import io.sluice.wire.request.RequestPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The messages of a request in Ollama's form: content is text, and images stand beside it. */
final class Messages {

  private Messages() {}

  /**
   * The messages as an array.
   *
   * @throws IllegalArgumentException in one line that names the message, counted from 1
   */
  static Json of(List<Message> messages) {
    List<String> all = new ArrayList<>();
    var conversation = new RequestConversation(messages);
    conversation.forEach((index, message) -> all.add(message(message, index, conversation)));
    return new Json(all.stream().collect(Collectors.joining(",", "[", "]")));
  }

  private static String message(Message message, int index, RequestConversation all) {
    if (message.functionCall().isPresent()) {
      throw RequestBody.API.part("function_call", "make it a tool call");
    }
    return JsonWriter.object(
        text -> {
          text.field("role", role(message.role()));
          List<RequestPart> parts = RequestPart.of(message);
          text.field("content", text(parts) + message.refusal().orElse(""));
          List<String> images = images(parts);
          if (!images.isEmpty()) {
            text.strings("images", images);
          }
          if (message.role().equals(Role.TOOL)) {
            result(text, message, index, all);
          } else {
            text.field("thinking", message.reasoning());
            if (!message.toolCalls().isEmpty()) {
              text.objects("tool_calls", message.toolCalls(), ToolCalls::write);
            }
          }
        });
  }

  private static String role(Role role) {
    if (role.equals(Role.DEVELOPER)) {
      return Role.SYSTEM.value();
    }
    boolean known = List.of(Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.TOOL).contains(role);
    if (!known) {
      throw RequestBody.API.part("role '" + role + "'", "use system, user, assistant or tool");
    }
    return role.value();
  }

  /** Older servers know the name alone, newer ones the id, too. */
  private static void result(JsonWriter text, Message message, int index, RequestConversation all) {
    String id = RequestConversation.callId(message);
    Optional<String> given =
        Optional.ofNullable(message.other().get("name"))
            .flatMap(name -> new JsonValue(name).string());
    text.field("tool_name", given.or(() -> all.call(id, index).map(ToolCall::name)));
    if (!id.startsWith(ToolCalls.MADE_UP)) {
      text.field("tool_call_id", id);
    }
  }

  static String text(List<RequestPart> parts) {
    return parts.stream()
        .filter(RequestPart.Text.class::isInstance)
        .map(part -> ((RequestPart.Text) part).text())
        .collect(Collectors.joining());
  }

  /** The images in base64. */
  static List<String> images(List<RequestPart> parts) {
    List<String> images = new ArrayList<>();
    for (RequestPart part : parts) {
      if (part instanceof RequestPart.Image image) {
        images.add(
            DataUrl.read(image.url())
                .map(DataUrl::data)
                .orElseThrow(
                    () -> RequestBody.API.part("the URL of an image", "send it as a data URL")));
      } else if (!(part instanceof RequestPart.Text)) {
        throw RequestBody.API.part("a part that is neither text nor an image", "send its text");
      }
    }
    return images;
  }
}
