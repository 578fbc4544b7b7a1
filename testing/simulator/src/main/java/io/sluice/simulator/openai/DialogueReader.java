package io.sluice.simulator.openai;

import io.sluice.simulator.chat.Dialogue;
import io.sluice.simulator.chat.Dialogue.ToolResult;
import io.sluice.simulator.chat.DialogueBuilder;
import io.sluice.simulator.chat.TurnContent;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.RequestFields;
import java.util.List;

/** Reads the messages of a request in their order, and refuses what cannot follow. Used once. */
final class DialogueReader {
  private static final List<String> ROLES =
      List.of("system", "assistant", "user", "function", "tool", "developer");

  private final DialogueBuilder dialogue = new DialogueBuilder();

  private DialogueReader() {}

  static Dialogue read(RequestFields request) {
    List<RequestFields> messages =
        request.objects("messages").orElseThrow(() -> InvalidRequest.missing("messages"));
    if (messages.isEmpty()) {
      throw emptyArray("messages");
    }
    var reader = new DialogueReader();
    for (int i = 0; i < messages.size(); i++) {
      reader.message(messages.get(i), i);
    }
    reader.noneMayWait(messages.size());
    return reader.dialogue.dialogue();
  }

  static InvalidRequest emptyArray(String param) {
    return InvalidRequest.bound(
        param,
        "empty_array",
        "empty array",
        "an array with minimum length 1, but got an empty array instead.");
  }

  private void message(RequestFields message, int index) {
    String role = message.word("role", ROLES).orElseThrow(() -> missingRole(message));
    var content = MessageParts.read(message);
    switch (role) {
      case "tool" -> tool(message, content.text(), index);
      case "function" ->
          dialogue.result(new ToolResult(message.neededText("name"), content.text()));
      default -> {
        noneMayWait(index);
        say(role, message, content);
      }
    }
  }

  private void say(String role, RequestFields message, TurnContent content) {
    switch (role) {
      case "user" -> dialogue.user(content);
      case "assistant" -> assistant(message, content.text());
      default -> dialogue.system(content.text());
    }
  }

  private static InvalidRequest missingRole(RequestFields message) {
    return InvalidRequest.missing(message.place("role"));
  }

  private void assistant(RequestFields message, String text) {
    dialogue.assistant(text);
    for (RequestFields call : message.objects("tool_calls").orElse(List.of())) {
      RequestFields function = call.neededObject("function");
      dialogue.call(call.neededText("id"), function.neededText("name"));
      function.text("arguments");
    }
  }

  private void tool(RequestFields message, String text, int index) {
    if (!dialogue.result(message.neededText("tool_call_id"), text)) {
      throw InvalidRequest.plain(
          "messages.[" + index + "].role",
          "Invalid parameter: messages with role 'tool' must be a response to a preceeding message"
              + " with 'tool_calls'.");
    }
  }

  private void noneMayWait(int index) {
    List<String> waiting = dialogue.unanswered();
    if (!waiting.isEmpty()) {
      throw InvalidRequest.plain(
          "messages.[" + index + "].role",
          "An assistant message with 'tool_calls' must be followed by tool messages responding to"
              + " each 'tool_call_id'. The following tool_call_ids did not have response messages: "
              + String.join(", ", waiting));
    }
  }
}
