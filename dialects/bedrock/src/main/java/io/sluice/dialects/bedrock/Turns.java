package io.sluice.dialects.bedrock;

import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import io.sluice.wire.fold.ContentOrder;
import io.sluice.wire.request.RequestConversation;
import io.sluice.wire.request.RequestPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conversation in the form of Converse: the system's text apart, then turns of user and assistant
 * alternately, with the results of tools in the user's. Mutable while it is made.
 */
final class Turns {

  private final List<String> system = new ArrayList<>();
  private final List<String> turns = new ArrayList<>();
  private final List<String> blocks = new ArrayList<>();
  private String side = "";

  private Turns() {}

  /**
   * Sorts messages into turns.
   *
   * @throws IllegalArgumentException in one line that names the message, counted from 1
   */
  static Turns of(List<Message> messages) {
    var turns = new Turns();
    new RequestConversation(messages).forEach((index, message) -> turns.add(message));
    turns.close();
    return turns;
  }

  /** The system's text as an array; empty if there is none. */
  Optional<Json> system() {
    return system.isEmpty()
        ? Optional.empty()
        : Optional.of(new Json("[" + String.join(",", system) + "]"));
  }

  /** The turns as an array. */
  Json messages() {
    return new Json("[" + String.join(",", turns) + "]");
  }

  private void add(Message message) {
    if (message.functionCall().isPresent()) {
      throw RequestBody.API.part("function_call", "make it a tool call");
    }
    if (RequestConversation.isSystem(message)) {
      RequestPart.of(message).forEach(part -> system.add(MediaBlock.of(part).text()));
    } else if (message.role().equals(Role.TOOL)) {
      on("user").add(result(message).text());
    } else if (message.role().equals(Role.ASSISTANT)) {
      answer(message);
    } else if (message.role().equals(Role.USER)) {
      List<String> user = on("user");
      RequestPart.of(message).forEach(part -> user.add(MediaBlock.of(part).text()));
    } else {
      throw RequestBody.API.part(
          "role '" + message.role() + "'", "use system, user, assistant or tool");
    }
  }

  /** Blank text is refused by the server. */
  private void answer(Message message) {
    List<String> answered = new ArrayList<>();
    Message said = message;
    if (message.other().containsKey(RequestPart.CONTENT)) {
      RequestPart.of(message).forEach(part -> answered.add(MediaBlock.of(part).text()));
      said = message.toBuilder().withoutContent().build();
    }
    ContentOrder.of(said, BedrockDialect.NAME).pieces().stream()
        .filter(Turns::says)
        .forEach(piece -> answered.add(block(piece).text()));
    message.refusal().ifPresent(words -> answered.add(text(words).text()));
    if (!answered.isEmpty()) {
      on("assistant").addAll(answered);
    }
  }

  private static boolean says(ContentOrder.Piece piece) {
    return !(piece instanceof ContentOrder.Piece.Text text) || !text.text().isBlank();
  }

  private static Json block(ContentOrder.Piece piece) {
    if (piece instanceof ContentOrder.Piece.Call call) {
      return call(call.call());
    }
    if (piece instanceof ContentOrder.Piece.Text text) {
      return text(text.text());
    }
    return ((ContentOrder.Piece.Part) piece).json();
  }

  private static Json text(String words) {
    return JsonWriter.json(block -> block.field("text", words));
  }

  private static Json call(ToolCall call) {
    return JsonWriter.json(
        block ->
            block.object(
                "toolUse",
                use ->
                    use.field("toolUseId", call.id())
                        .field("name", call.name())
                        .field("input", RequestConversation.arguments(call))));
  }

  private static Json result(Message message) {
    String id = RequestConversation.callId(message);
    List<RequestPart> parts = RequestPart.of(message);
    List<String> content = new ArrayList<>();
    parts.forEach(part -> content.add(resultBlock(part, parts.size()).text()));
    return JsonWriter.json(
        block ->
            block.object(
                "toolResult",
                result ->
                    result
                        .field("toolUseId", id)
                        .field("content", new Json("[" + String.join(",", content) + "]"))));
  }

  /** A result that is one JSON object is given as such. */
  private static Json resultBlock(RequestPart part, int parts) {
    if (parts == 1 && part instanceof RequestPart.Text text) {
      try {
        JsonValue value = JsonValue.read(text.text());
        if (value.object().isPresent()) {
          return JsonWriter.json(block -> block.field("json", value.json()));
        }
      } catch (MalformedJsonException words) {
        return text(text.text());
      }
    }
    return MediaBlock.of(part);
  }

  private List<String> on(String other) {
    if (!side.equals(other)) {
      close();
      side = other;
    }
    return blocks;
  }

  private void close() {
    if (!blocks.isEmpty()) {
      turns.add("{\"role\":\"" + side + "\",\"content\":[" + String.join(",", blocks) + "]}");
      blocks.clear();
    }
  }
}
