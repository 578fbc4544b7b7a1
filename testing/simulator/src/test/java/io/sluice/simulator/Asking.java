package io.sluice.simulator;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests ask, and how they read what comes back. */
final class Asking {
  private static final JsonMapper JSON = new JsonMapper();

  private Asking() {}

  /** A request with more fields, each {@code "name":value}. */
  static String body(String prompt, String... fields) {
    String more = fields.length == 0 ? "" : "," + String.join(",", fields);
    return "{\"model\":\"sluice-offline\",\"messages\":[{\"role\":\"user\",\"content\":\""
        + prompt
        + "\"}]"
        + more
        + "}";
  }

  static String stream(String... fields) {
    return body("Write a haiku about coding.", fields).replaceFirst("}$", ",\"stream\":true}");
  }

  /** A request with single quotes in place of double ones, around one message of the user. */
  static String quoting(String prompt, String... fields) {
    String more = fields.length == 0 ? "" : "," + String.join(",", fields);
    return ("{'model':'m','messages':[{'role':'user','content':'" + prompt + "'}]" + more + "}")
        .replace('\'', '"');
  }

  /** The only choice of an answer in one piece. */
  static JsonNode choice(Simulator simulator, String body) throws IOException {
    RawClient.Answer answer = ask(simulator, body);
    if (answer.status() != 200) {
      throw new AssertionError(answer.body());
    }
    return json(answer.body()).path("choices").path(0);
  }

  static RawClient.Answer ask(Simulator simulator, String body, String... headers)
      throws IOException {
    try (var client = new RawClient(simulator)) {
      return client.chat(body, headers).answer();
    }
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** The text of a choice of a streamed answer. */
  static String text(RawClient.Answer answer, int choice) {
    var text = new StringBuilder();
    for (String event : answer.events()) {
      if (!event.equals("[DONE]")) {
        for (JsonNode given : json(event).path("choices")) {
          if (given.path("index").asInt() == choice) {
            text.append(given.path("delta").path("content").asString(""));
          }
        }
      }
    }
    return text.toString();
  }

  static List<JsonNode> chunks(RawClient.Answer answer) {
    return answer.events().stream()
        .filter(event -> !event.equals("[DONE]"))
        .map(Asking::json)
        .toList();
  }

  /** What the message of a choice says. */
  static String content(JsonNode choice) {
    return choice.path("message").path("content").asString();
  }
}
