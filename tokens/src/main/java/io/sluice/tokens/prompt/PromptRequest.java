package io.sluice.tokens.prompt;

import io.sluice.chat.ChatRequest;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.RequestJson;
import io.sluice.json.tree.JsonTree;
import java.util.Map;

/** A request to the chat completions API or to the Responses API, as it is sent. Immutable. */
public final class PromptRequest {

  private final JsonTree body;
  private final PromptApi api;

  private PromptRequest(JsonTree body, PromptApi api) {
    this.body = body;
    this.api = api;
  }

  /**
   * Reads the body of a request: for the chat completions API if it has {@code messages}, for the
   * Responses API if it has {@code input}, {@code instructions} or {@code prompt}. An array is
   * taken for the messages of a chat.
   *
   * @throws IllegalArgumentException in one line, if it is neither; a {@link
   *     MalformedJsonException} if it is no JSON
   */
  public static PromptRequest read(String json) {
    JsonTree value = JsonTree.read(json);
    if (value instanceof JsonTree.Elements) {
      return chat(new JsonTree.Members(Map.of("messages", value)));
    }
    if (value.value("messages").filter(JsonTree.Elements.class::isInstance).isPresent()) {
      return chat(value);
    }
    if (value.value("input").or(() -> value.value("instructions")).isPresent()
        || value.value("prompt").filter(JsonTree::isObject).isPresent()) {
      return new PromptRequest(value, PromptApi.RESPONSES);
    }
    throw new IllegalArgumentException(
        "no request: it has neither an array 'messages' nor 'input'");
  }

  /**
   * A request as it is sent to the chat completions API.
   *
   * @throws MalformedJsonException if one of its unmodelled fields is no JSON, which no server
   *     would take
   */
  public static PromptRequest of(ChatRequest request) {
    return chat(JsonTree.read(RequestJson.write(request)));
  }

  private static PromptRequest chat(JsonTree body) {
    return new PromptRequest(body, PromptApi.CHAT);
  }

  /** The model it is for; empty if it names none. */
  public String model() {
    return body.string("model").orElse("");
  }

  JsonTree body() {
    return body;
  }

  PromptApi api() {
    return api;
  }
}
