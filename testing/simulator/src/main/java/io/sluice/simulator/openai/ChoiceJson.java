package io.sluice.simulator.openai;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.json.JsonStrings;
import java.util.stream.Collectors;

/** Writes what a choice has said as the fields of a message. */
final class ChoiceJson {

  private ChoiceJson() {}

  /** The fields behind the role. */
  static String fields(AnswerChoice choice) {
    String reasoning =
        choice.reasoning().isEmpty()
            ? ""
            : "\"reasoning_content\":" + JsonStrings.quoted(choice.reasoning()) + ",";
    if (!choice.callsTools()) {
      return reasoning + "\"content\":" + JsonStrings.quoted(choice.text()) + ",\"refusal\":null";
    }
    return choice.calls().stream()
        .map(call -> "{" + call(call.id(), call.name(), call.arguments()))
        .collect(
            Collectors.joining(
                ",", reasoning + "\"content\":null,\"refusal\":null,\"tool_calls\":[", "]"));
  }

  /** A call as JSON, without the brace that begins it. */
  static String call(String id, String name, String arguments) {
    return "\"id\":"
        + JsonStrings.quoted(id)
        + ",\"type\":\"function\",\"function\":{\"name\":"
        + JsonStrings.quoted(name)
        + ",\"arguments\":"
        + JsonStrings.quoted(arguments)
        + "}}";
  }

  /** A function that the request names is no decision of the model, so it just stops. */
  static String finishReason(AnswerChoice choice) {
    return switch (choice.end()) {
      case STOP, NAMED_CALL -> "stop";
      case CALLS -> "tool_calls";
      case LENGTH -> "length";
    };
  }
}
