package io.sluice.simulator.responses;

import io.sluice.simulator.chat.Dialogue;
import io.sluice.simulator.chat.DialogueBuilder;
import io.sluice.simulator.chat.TurnContent;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.PictureUrl;
import io.sluice.simulator.request.RequestFields;
import java.util.ArrayList;
import java.util.List;

/** Reads the input of a request: a text, or items in their order. Used once. */
final class InputReader {
  private static final List<String> ROLES = List.of("assistant", "system", "developer", "user");
  private static final List<String> ITEMS =
      List.of("message", "function_call", "function_call_output", "reasoning");
  private static final List<String> PARTS =
      List.of("input_text", "input_image", "output_text", "refusal");

  private final DialogueBuilder dialogue = new DialogueBuilder();

  /** Whether the assistant is speaking, whose calls stand in items of their own. */
  private boolean answering;

  private InputReader() {}

  static Dialogue read(RequestFields request) {
    var reader = new InputReader();
    request.text("instructions").ifPresent(reader.dialogue::system);
    Object input = request.value("input").orElseThrow(() -> InvalidRequest.missing("input"));
    if (input instanceof String text) {
      reader.dialogue.user(new TurnContent(text, List.of()));
      return reader.dialogue.dialogue();
    }
    request.objects("input").orElse(List.of()).forEach(reader::item);
    reader.refuseUnanswered();
    return reader.dialogue.dialogue();
  }

  private void item(RequestFields item) {
    switch (item.word("type", ITEMS).orElse("message")) {
      case "function_call" -> call(item);
      case "function_call_output" -> output(item);
      case "reasoning" -> answer("");
      default -> message(item);
    }
  }

  private void message(RequestFields item) {
    String role =
        item.word("role", ROLES).orElseThrow(() -> InvalidRequest.missing(item.place("role")));
    TurnContent content = content(item, "content");
    if (role.equals("assistant")) {
      answer(content.text());
      return;
    }
    answering = false;
    if (role.equals("user")) {
      dialogue.user(content);
    } else {
      dialogue.system(content.text());
    }
  }

  /** Items of one answer in a row are one message. */
  private void answer(String text) {
    if (!answering || !text.isEmpty()) {
      dialogue.assistant(text);
    }
    answering = true;
  }

  private void call(RequestFields item) {
    answer("");
    item.text("arguments");
    dialogue.call(item.neededText("call_id"), item.neededText("name"));
  }

  private void output(RequestFields item) {
    answering = false;
    String id = item.neededText("call_id");
    if (!dialogue.result(id, content(item, "output").text())) {
      throw InvalidRequest.plain(
          "input", "No tool call found for function call output with call_id " + id + ".");
    }
  }

  private void refuseUnanswered() {
    dialogue.unanswered().stream()
        .findFirst()
        .ifPresent(
            id -> {
              throw InvalidRequest.plain(
                  "input", "No tool output found for function call " + id + ".");
            });
  }

  private static TurnContent content(RequestFields item, String field) {
    Object given = item.value(field).orElseThrow(() -> InvalidRequest.missing(item.place(field)));
    if (given instanceof String text) {
      return new TurnContent(text, List.of());
    }
    var text = new StringBuilder();
    var pictures = new ArrayList<String>();
    for (RequestFields part : item.objects(field).orElse(List.of())) {
      String type =
          part.word("type", PARTS).orElseThrow(() -> InvalidRequest.missing(part.place("type")));
      switch (type) {
        case "input_image" ->
            pictures.add(
                PictureUrl.described(part.neededText("image_url"), part.place("image_url")));
        case "refusal" -> text.append(part.neededText("refusal"));
        default -> text.append(part.neededText("text"));
      }
    }
    return new TurnContent(text.toString(), pictures);
  }
}
