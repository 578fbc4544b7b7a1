package io.sluice.simulator.chat;

import io.sluice.simulator.json.JsonStrings;
import io.sluice.simulator.model.OfflineModel;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * A choice that calls the function that the request demands, with the prompt as its only argument,
 * in fragments as a real server sends them. Mutable, one reader.
 */
final class ToolVoice implements Voice {
  private static final int FRAGMENT = 8;

  private final int choice;
  private final String id;
  private final String name;
  private final String arguments;
  private final Queue<String> fragments = new ArrayDeque<>();

  ToolVoice(int choice, String name, String prompt) {
    this.choice = choice;
    this.id = "call_" + choice;
    this.name = name;
    this.arguments = "{\"query\":" + JsonStrings.quoted(prompt) + "}";
    fragments.add("{\"index\":0," + call("").substring(1));
    for (int at = 0; at < arguments.length(); at += FRAGMENT) {
      String part = arguments.substring(at, Math.min(arguments.length(), at + FRAGMENT));
      fragments.add("{\"index\":0,\"function\":{\"arguments\":" + JsonStrings.quoted(part) + "}}");
    }
  }

  private String call(String text) {
    return "{\"id\":\""
        + id
        + "\",\"type\":\"function\",\"function\":{\"name\":"
        + JsonStrings.quoted(name)
        + ",\"arguments\":"
        + JsonStrings.quoted(text)
        + "}}";
  }

  @Override
  public Optional<String> next(AnswerJson json) {
    return Optional.ofNullable(fragments.poll()).map(call -> json.toolCall(choice, call));
  }

  @Override
  public String finishReason() {
    return "tool_calls";
  }

  @Override
  public String message() {
    return "{\"role\":\"assistant\",\"content\":null,\"refusal\":null,\"tool_calls\":["
        + call(arguments)
        + "]}";
  }

  @Override
  public int tokens() {
    return OfflineModel.tokens(arguments);
  }
}
