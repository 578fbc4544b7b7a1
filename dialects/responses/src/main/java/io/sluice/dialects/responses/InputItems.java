package io.sluice.dialects.responses;

import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.wire.fold.ContentOrder;
import io.sluice.wire.request.RequestConversation;
import io.sluice.wire.request.RequestPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The items of a request's input: one for each message of the user or the system, one for each
 * result of a tool, and for an answer the items of which it was made.
 */
final class InputItems {

  private static final String CUSTOM = "custom_tool_call";
  private static final Set<String> ROLES = Set.of("user", "system", "developer", "assistant");

  private InputItems() {}

  /**
   * The items for these messages.
   *
   * @param all the whole conversation, in which the calls are found that results belong to
   * @throws IllegalArgumentException in one line that names the message
   */
  static List<Json> of(RequestConversation messages, RequestConversation all) {
    List<Json> items = new ArrayList<>();
    int before = all.messages().size() - messages.messages().size();
    messages.forEach((index, message) -> add(message, before + index, all, items));
    return items;
  }

  private static void add(Message message, int index, RequestConversation all, List<Json> items) {
    if (message.functionCall().isPresent()) {
      throw RequestBody.API.part("function_call", "make it a tool call");
    }
    if (message.role().equals(Role.TOOL)) {
      items.add(result(message, index, all));
    } else if (message.role().equals(Role.ASSISTANT)) {
      answer(message, items);
    } else if (ROLES.contains(message.role().value())) {
      items.add(said(message));
    } else {
      throw RequestBody.API.part(
          "role '" + message.role() + "'", "use system, developer, user, assistant or tool");
    }
  }

  private static Json said(Message message) {
    for (String name : message.other().keySet()) {
      if (!name.equals(RequestPart.CONTENT)) {
        throw RequestBody.API.part("'" + name + "' in a message", "leave it out");
      }
    }
    return JsonWriter.json(
        text ->
            text.field("role", message.role().value())
                .field("content", InputPart.content(RequestPart.of(message))));
  }

  private static Json result(Message message, int index, RequestConversation all) {
    String id = RequestConversation.callId(message);
    boolean custom = all.call(id, index).filter(InputItems::isCustom).isPresent();
    return JsonWriter.json(
        text ->
            text.field("type", custom ? CUSTOM + "_output" : "function_call_output")
                .field("call_id", id)
                .field("output", InputPart.content(RequestPart.of(message))));
  }

  private static void answer(Message message, List<Json> items) {
    Json given = message.other().get(RequestPart.CONTENT);
    if (given != null) {
      items.add(JsonWriter.json(text -> text.field("role", "assistant").field("content", given)));
    }
    Message said = given == null ? message : message.toBuilder().withoutContent().build();
    for (ContentOrder.Piece piece : ContentOrder.of(said, ResponsesDialect.NAME).pieces()) {
      if (piece instanceof ContentOrder.Piece.Part part) {
        items.add(part.json());
      } else if (piece instanceof ContentOrder.Piece.Call call) {
        items.add(call(call.call()));
      } else if (piece instanceof ContentOrder.Piece.Text text) {
        items.add(output("output_text", "text", text.text()));
      }
    }
    message.refusal().ifPresent(words -> items.add(output("refusal", "refusal", words)));
  }

  private static Json output(String type, String member, String words) {
    return JsonWriter.json(
        item ->
            item.field("type", "message")
                .field("role", "assistant")
                .objects(
                    "content",
                    List.of(words),
                    (part, said) -> part.field("type", type).field(member, said)));
  }

  private static Json call(ToolCall call) {
    boolean custom = isCustom(call);
    Optional<Json> namespace = Optional.ofNullable(call.other().get("namespace"));
    return JsonWriter.json(
        text -> {
          text.field("type", custom ? CUSTOM : "function_call")
              .field("call_id", call.id())
              .field("name", call.name())
              .field(custom ? "input" : "arguments", call.arguments());
          namespace.ifPresent(name -> text.field("namespace", name));
        });
  }

  private static boolean isCustom(ToolCall call) {
    return Optional.ofNullable(call.other().get("type"))
        .flatMap(type -> new JsonValue(type).string())
        .filter(CUSTOM::equals)
        .isPresent();
  }
}
