package io.sluice.simulator.anthropic;

import io.sluice.simulator.chat.Dialogue;
import io.sluice.simulator.chat.DialogueBuilder;
import io.sluice.simulator.chat.TurnContent;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.PictureUrl;
import io.sluice.simulator.request.RequestFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the system's text and the turns of a request. Used once. */
final class TurnsReader {
  private static final List<String> ROLES = List.of("user", "assistant");
  private static final List<String> BLOCKS =
      List.of("text", "image", "tool_use", "tool_result", "thinking", "redacted_thinking");

  private final DialogueBuilder dialogue = new DialogueBuilder();

  private TurnsReader() {}

  static Dialogue read(RequestFields request) {
    var reader = new TurnsReader();
    if (request.value("system").isPresent()) {
      reader.dialogue.system(text(blocks(request, "system")));
    }
    List<RequestFields> turns =
        request.objects("messages").orElseThrow(() -> InvalidRequest.missing("messages"));
    if (turns.isEmpty()) {
      throw InvalidRequest.plain("messages", "messages: at least one message is required");
    }
    turns.forEach(reader::turn);
    reader.refuseUnanswered("messages");
    return reader.dialogue.dialogue();
  }

  private void turn(RequestFields turn) {
    String role =
        turn.word("role", ROLES).orElseThrow(() -> InvalidRequest.missing(turn.place("role")));
    List<RequestFields> blocks = blocks(turn, "content");
    if (role.equals("assistant")) {
      refuseUnanswered(turn.path());
      dialogue.assistant(text(blocks));
      of(blocks, "tool_use")
          .forEach(call -> dialogue.call(call.neededText("id"), call.neededText("name")));
      return;
    }
    of(blocks, "tool_result").forEach(this::result);
    refuseUnanswered(turn.path());
    if (of(blocks, "tool_result").isEmpty() || !text(blocks).isEmpty()) {
      dialogue.user(new TurnContent(text(blocks), pictures(blocks)));
    }
  }

  private void result(RequestFields result) {
    String id = result.neededText("tool_use_id");
    if (!dialogue.result(id, text(blocks(result, "content")))) {
      throw InvalidRequest.plain(
          result.place("tool_use_id"),
          "unexpected `tool_use_id` found in `tool_result` blocks: "
              + id
              + ". Each `tool_result` block must have a corresponding `tool_use` block in the"
              + " previous message.");
    }
  }

  private void refuseUnanswered(String place) {
    List<String> waiting = dialogue.unanswered();
    if (!waiting.isEmpty()) {
      throw InvalidRequest.plain(
          place,
          "`tool_use` ids were found without `tool_result` blocks immediately after: "
              + String.join(", ", waiting));
    }
  }

  /** The blocks of a content, which may be a text instead; none if it is absent. */
  private static List<RequestFields> blocks(RequestFields from, String field) {
    Object content = from.value(field).orElse(List.of());
    if (content instanceof String text) {
      return List.of(new RequestFields(from.place(field), Map.of("type", "text", "text", text)));
    }
    List<RequestFields> blocks = from.objects(field).orElse(List.of());
    for (RequestFields block : blocks) {
      if (block.word("type", BLOCKS).isEmpty()) {
        throw InvalidRequest.missing(block.place("type"));
      }
    }
    return blocks;
  }

  private static List<RequestFields> of(List<RequestFields> blocks, String type) {
    return blocks.stream().filter(block -> block.text("type").orElse("").equals(type)).toList();
  }

  private static String text(List<RequestFields> blocks) {
    var text = new StringBuilder();
    of(blocks, "text").forEach(block -> text.append(block.neededText("text")));
    return text.toString();
  }

  private static List<String> pictures(List<RequestFields> blocks) {
    var pictures = new ArrayList<String>();
    of(blocks, "image").forEach(block -> pictures.add(picture(block.neededObject("source"))));
    return pictures;
  }

  private static String picture(RequestFields source) {
    String type = source.word("type", List.of("base64", "url")).orElse("base64");
    if (type.equals("url")) {
      return PictureUrl.described(source.neededText("url"), source.place("url"));
    }
    String data = "data:" + source.neededText("media_type") + ";base64,";
    return PictureUrl.described(data + source.neededText("data"), source.place("data"));
  }
}
