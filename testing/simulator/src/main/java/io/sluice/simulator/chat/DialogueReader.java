package io.sluice.simulator.chat;

import io.sluice.simulator.chat.Dialogue.ToolResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the messages of a request in their order, and refuses what cannot follow. Used once. */
final class DialogueReader {
  private static final List<String> ROLES =
      List.of("system", "assistant", "user", "function", "tool", "developer");

  private final List<String> texts = new ArrayList<>();
  private final List<ToolResult> results = new ArrayList<>();

  /** The calls that wait for their results: the function's name by the call's id. */
  private final Map<String, String> waiting = new LinkedHashMap<>();

  private final Map<String, String> calls = new LinkedHashMap<>();
  private List<String> pictures = List.of();
  private String prompt = "";

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
    return new Dialogue(reader.prompt, reader.texts, reader.results, reader.pictures);
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
    texts.add(content.text());
    switch (role) {
      case "tool" -> tool(message, content.text(), index);
      case "function" -> results.add(new ToolResult(message.neededText("name"), content.text()));
      default -> {
        noneMayWait(index);
        results.clear();
      }
    }
    if (role.equals("user")) {
      prompt = content.text();
      pictures = content.pictures();
    } else if (role.equals("assistant")) {
      assistant(message);
    }
  }

  private static InvalidRequest missingRole(RequestFields message) {
    return InvalidRequest.missing(message.place("role"));
  }

  private void assistant(RequestFields message) {
    calls.clear();
    for (RequestFields call : message.objects("tool_calls").orElse(List.of())) {
      RequestFields function = call.neededObject("function");
      calls.put(call.neededText("id"), function.neededText("name"));
      function.text("arguments");
    }
    waiting.putAll(calls);
  }

  private void tool(RequestFields message, String text, int index) {
    String id = message.neededText("tool_call_id");
    if (!calls.containsKey(id)) {
      throw InvalidRequest.plain(
          "messages.[" + index + "].role",
          "Invalid parameter: messages with role 'tool' must be a response to a preceeding message"
              + " with 'tool_calls'.");
    }
    waiting.remove(id);
    results.add(new ToolResult(calls.getOrDefault(id, ""), text));
  }

  private void noneMayWait(int index) {
    if (!waiting.isEmpty()) {
      throw InvalidRequest.plain(
          "messages.[" + index + "].role",
          "An assistant message with 'tool_calls' must be followed by tool messages responding to"
              + " each 'tool_call_id'. The following tool_call_ids did not have response messages: "
              + String.join(", ", waiting.keySet()));
    }
  }
}
