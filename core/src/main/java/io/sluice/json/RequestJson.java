package io.sluice.json;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Tool;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads and writes requests in the form of OpenAI's chat completions. */
public final class RequestJson {

  private RequestJson() {}

  /** Writes the request, without a member that says whether to stream. */
  public static String write(ChatRequest request) {
    return write(request, Map.of());
  }

  /**
   * Writes the request with more members. The request's unmodelled fields take precedence over
   * them, as over its modelled fields.
   */
  public static String write(ChatRequest request, Map<String, Json> more) {
    Set<String> overruled = new TreeSet<>(request.other().keySet());
    return JsonWriter.object(
        text -> {
          modelled(new Members(text, overruled), request);
          more.forEach(
              (name, value) -> {
                if (!overruled.contains(name)) {
                  text.field(name, value);
                }
              });
          request.other().forEach(text::field);
        });
  }

  /**
   * Reads a request. Anything that is not modelled, or does not fit the model, is kept verbatim
   * among the unmodelled fields, so that writing it again gives the same request.
   *
   * @throws MalformedJsonException if the text is no JSON object
   */
  public static ChatRequest read(String text) {
    return new RequestReader(JsonObject.read(text)).request();
  }

  private static void modelled(Members members, ChatRequest request) {
    members.write("model", (text, name) -> text.field(name, request.model()));
    members.write(
        "messages", (text, name) -> text.objects(name, request.messages(), MessageJson::write));
    request
        .temperature()
        .ifPresent(t -> members.write("temperature", (text, name) -> text.field(name, t)));
    request.topP().ifPresent(p -> members.write("top_p", (text, name) -> text.field(name, p)));
    request
        .maxTokens()
        .ifPresent(
            most ->
                members.write(
                    MaxTokensName.of(request.model()),
                    (text, name) -> text.field(name, (long) most)));
    request.seed().ifPresent(s -> members.write("seed", (text, name) -> text.field(name, s)));
    request
        .choices()
        .ifPresent(n -> members.write("n", (text, name) -> text.field(name, (long) n)));
    if (!request.stop().isEmpty()) {
      members.write("stop", (text, name) -> text.strings(name, request.stop()));
    }
    if (!request.tools().isEmpty()) {
      members.write(
          "tools", (text, name) -> text.objects(name, request.tools(), RequestJson::tool));
    }
  }

  private static void tool(JsonWriter text, Tool tool) {
    text.field("type", "function")
        .object(
            "function",
            function -> {
              function.field("name", tool.name());
              if (!tool.description().isEmpty()) {
                function.field("description", tool.description());
              }
              function.field("parameters", tool.parameters());
            });
  }
}
