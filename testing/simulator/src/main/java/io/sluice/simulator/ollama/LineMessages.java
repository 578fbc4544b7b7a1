package io.sluice.simulator.ollama;

import io.sluice.simulator.chat.Dialogue;
import io.sluice.simulator.chat.Dialogue.ToolResult;
import io.sluice.simulator.chat.DialogueBuilder;
import io.sluice.simulator.chat.TurnContent;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.PictureUrl;
import io.sluice.simulator.request.RequestFields;
import java.util.List;
import java.util.Optional;

/** Reads the messages of a request; results need not name the call that they belong to. */
final class LineMessages {
  private static final List<String> ROLES = List.of("system", "user", "assistant", "tool");

  private LineMessages() {}

  static Dialogue read(RequestFields request) {
    var dialogue = new DialogueBuilder();
    for (RequestFields message : request.objects("messages").orElse(List.of())) {
      String text = message.text("content").orElse("");
      String role =
          message
              .word("role", ROLES)
              .orElseThrow(() -> InvalidRequest.missing(message.place("role")));
      switch (role) {
        case "user" -> dialogue.user(new TurnContent(text, pictures(message)));
        case "tool" -> result(dialogue, message, text);
        case "assistant" -> assistant(dialogue, message, text);
        default -> dialogue.system(text);
      }
    }
    return dialogue.dialogue();
  }

  private static void assistant(DialogueBuilder dialogue, RequestFields message, String text) {
    dialogue.assistant(text);
    for (RequestFields call : message.objects("tool_calls").orElse(List.of())) {
      String name = call.neededObject("function").neededText("name");
      call.text("id").ifPresent(id -> dialogue.call(id, name));
    }
  }

  private static void result(DialogueBuilder dialogue, RequestFields message, String text) {
    Optional<String> id = message.text("tool_call_id");
    if (id.isEmpty() || !dialogue.result(id.get(), text)) {
      dialogue.result(new ToolResult(message.text("tool_name").orElse("The tool"), text));
    }
  }

  /** A description of each picture of an object. */
  static List<String> pictures(RequestFields from) {
    return from.texts("images").stream()
        .map(data -> PictureUrl.described("data:image/*;base64," + data, from.place("images")))
        .toList();
  }
}
