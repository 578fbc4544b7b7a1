package io.sluice.dialects.gemini;

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
import java.util.Map;
import java.util.Optional;

/**
 * A conversation in Gemini's form: the system's text apart, then turns of user and model, with the
 * results of tools in the user's. All parts of one side in a row are one turn, because calls of one
 * answer that are split are refused. Mutable while it is made.
 */
final class Contents {

  private final List<String> system = new ArrayList<>();
  private final List<String> turns = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();
  private String side = "";

  private Contents() {}

  /**
   * Sorts messages into turns.
   *
   * @throws IllegalArgumentException in one line that names the message, counted from 1
   */
  static Contents of(List<Message> messages) {
    var contents = new Contents();
    var conversation = new RequestConversation(messages);
    conversation.forEach((index, message) -> contents.add(message, index, conversation));
    contents.close();
    return contents;
  }

  /** The system's text; empty if there is none. */
  Optional<Json> system() {
    return system.isEmpty()
        ? Optional.empty()
        : Optional.of(new Json("{\"parts\":[" + String.join(",", system) + "]}"));
  }

  /** The turns as an array. */
  Json turns() {
    return new Json("[" + String.join(",", turns) + "]");
  }

  private void add(Message message, int index, RequestConversation all) {
    if (message.functionCall().isPresent()) {
      throw RequestBody.API.part("function_call", "make it a tool call");
    }
    if (RequestConversation.isSystem(message)) {
      RequestPart.of(message).forEach(part -> system.add(MediaPart.of(part).text()));
    } else if (message.role().equals(Role.TOOL)) {
      on("user").add(result(message, index, all).text());
    } else if (message.role().equals(Role.ASSISTANT)) {
      answer(message);
    } else if (message.role().equals(Role.USER)) {
      refuseUnsaid(message);
      List<String> user = on("user");
      RequestPart.of(message).forEach(part -> user.add(MediaPart.of(part).text()));
    } else {
      throw RequestBody.API.part(
          "role '" + message.role() + "'", "use system, user, assistant or tool");
    }
  }

  private static void refuseUnsaid(Message message) {
    for (String name : message.other().keySet()) {
      if (!name.equals(RequestPart.CONTENT)) {
        throw RequestBody.API.part("'" + name + "' in a message", "leave it out");
      }
    }
  }

  private void answer(Message message) {
    Message said = message;
    if (message.other().containsKey(RequestPart.CONTENT)) {
      List<String> model = on("model");
      RequestPart.of(message).forEach(part -> model.add(MediaPart.of(part).text()));
      said = message.toBuilder().withoutContent().build();
    }
    List<ContentOrder.Piece> pieces = ContentOrder.of(said, GeminiDialect.NAME).pieces();
    if (!pieces.isEmpty()) {
      List<String> model = on("model");
      pieces.forEach(piece -> model.add(part(piece).text()));
    }
    message.refusal().ifPresent(words -> on("model").add(text(words, Map.of()).text()));
  }

  private static Json part(ContentOrder.Piece piece) {
    if (piece instanceof ContentOrder.Piece.Call call) {
      return call(call.call(), call.more());
    }
    if (piece instanceof ContentOrder.Piece.Text text) {
      return text(text.text(), text.more());
    }
    return ((ContentOrder.Piece.Part) piece).json();
  }

  private static Json text(String words, Map<String, Json> more) {
    return JsonWriter.json(
        part -> {
          part.field("text", words);
          more.forEach(part::field);
        });
  }

  private static Json call(ToolCall call, Map<String, Json> more) {
    return JsonWriter.json(
        part -> {
          part.object(
              "functionCall",
              said -> {
                said.field("id", id(call.id()));
                said.field("name", call.name()).field("args", RequestConversation.arguments(call));
              });
          more.forEach(part::field);
        });
  }

  /** Ids that the reader made are none of the server's. */
  private static Optional<String> id(String id) {
    boolean own = id.isEmpty() || id.startsWith(GeminiDialect.MADE_UP);
    return own ? Optional.empty() : Optional.of(id);
  }

  /** A result goes by the name of its function. */
  private static Json result(Message message, int index, RequestConversation all) {
    String id = RequestConversation.callId(message);
    Json given = message.other().get("name");
    String name =
        Optional.ofNullable(given)
            .flatMap(it -> new JsonValue(it).string())
            .or(() -> all.call(id, index).map(ToolCall::name))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no call before it has the id '"
                            + id
                            + "', and Gemini needs the name of the function; add a name"));
    String words =
        RequestPart.text(RequestPart.of(message))
            .orElseThrow(
                () -> RequestBody.API.part("a tool's result that is no text", "send its text"));
    return JsonWriter.json(
        part ->
            part.object(
                "functionResponse",
                said ->
                    said.field("id", id(id))
                        .field("name", name)
                        .field("response", response(words))));
  }

  /** A response is an object. */
  private static Json response(String words) {
    try {
      JsonValue value = JsonValue.read(words);
      if (value.object().isPresent()) {
        return value.json();
      }
    } catch (MalformedJsonException text) {
      return JsonWriter.json(object -> object.field("result", words));
    }
    return JsonWriter.json(object -> object.field("result", words));
  }

  private List<String> on(String other) {
    if (!side.equals(other)) {
      close();
      side = other;
    }
    return parts;
  }

  private void close() {
    if (!parts.isEmpty()) {
      turns.add("{\"role\":\"" + side + "\",\"parts\":[" + String.join(",", parts) + "]}");
      parts.clear();
    }
  }
}
