package io.sluice.dialects.bedrock;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.wire.request.Inexpressible;
import io.sluice.wire.request.RequestedChoice;
import io.sluice.wire.request.RequestedTool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes requests in the format of Converse. The model and the form of the answer are in the URL.
 */
final class RequestBody {

  private static final String LEAVE = "leave it out";
  private static final String OF_MODEL = "use additionalModelRequestFields, if the model has it";
  private static final String CONFIG = "inferenceConfig";
  private static final String LIMIT = "max_completion_tokens";

  static final Inexpressible API =
      new Inexpressible(
          "Bedrock",
          Map.ofEntries(
              Map.entry("n", "ask several times"),
              Map.entry("response_format", "ask for a tool call"),
              Map.entry("logit_bias", LEAVE),
              Map.entry("logprobs", LEAVE),
              Map.entry("top_logprobs", LEAVE),
              Map.entry("frequency_penalty", LEAVE),
              Map.entry("presence_penalty", LEAVE),
              Map.entry("seed", OF_MODEL),
              Map.entry("reasoning_effort", OF_MODEL),
              Map.entry("top_k", OF_MODEL),
              Map.entry("user", "use requestMetadata"),
              Map.entry("parallel_tool_calls", LEAVE),
              Map.entry("functions", "use tools"),
              Map.entry("function_call", "use tool_choice"),
              Map.entry("stream_options", "usage is always reported; " + LEAVE),
              Map.entry("modalities", LEAVE),
              Map.entry("audio", LEAVE),
              Map.entry("prediction", LEAVE),
              Map.entry("web_search_options", LEAVE),
              Map.entry("verbosity", LEAVE),
              Map.entry("store", LEAVE)));

  private static final Set<String> TRANSLATED =
      Set.of(RequestedTool.TOOLS, RequestedChoice.TOOL_CHOICE, CONFIG, LIMIT);

  private RequestBody() {}

  /**
   * The request as one JSON object; its unmodelled fields take precedence.
   *
   * @throws IllegalArgumentException in one line, if the format cannot express a part of it
   */
  static String write(ChatRequest request) {
    API.refuse(request);
    Turns turns = Turns.of(request.messages());
    Map<String, Json> other = new LinkedHashMap<>(request.other());
    other.keySet().removeAll(TRANSLATED);
    Map<String, Json> config = config(request);
    return JsonWriter.object(
        text -> {
          turns.system().ifPresent(system -> text.field("system", system));
          text.field("messages", turns.messages());
          if (!config.isEmpty()) {
            text.object(CONFIG, all -> config.forEach(all::field));
          }
          tools(request, text);
          other.forEach(text::field);
        });
  }

  private static Map<String, Json> config(ChatRequest request) {
    String modelled =
        JsonWriter.object(
            text -> {
              request.maxTokens().ifPresent(most -> text.field("maxTokens", (long) most));
              request.temperature().ifPresent(t -> text.field("temperature", t));
              request.topP().ifPresent(p -> text.field("topP", p));
              if (!request.stop().isEmpty()) {
                text.strings("stopSequences", request.stop());
              }
            });
    Map<String, Json> config =
        new LinkedHashMap<>(JsonValue.read(modelled).object().orElseThrow().members());
    Optional.ofNullable(request.other().get(LIMIT))
        .ifPresent(limit -> config.putIfAbsent("maxTokens", limit));
    Optional.ofNullable(request.other().get(CONFIG))
        .flatMap(given -> new JsonValue(given).object())
        .ifPresent(given -> config.putAll(given.members()));
    return config;
  }

  /** Without tools there is no choice; a choice of none is said by leaving the tools out. */
  private static void tools(ChatRequest request, JsonWriter text) {
    List<RequestedTool> tools = RequestedTool.of(request);
    Optional<RequestedChoice> choice = RequestedChoice.of(request.other());
    if (tools.isEmpty()) {
      return;
    }
    String array = tools.stream().map(RequestBody::tool).collect(Collectors.joining(",", "[", "]"));
    text.object(
        "toolConfig",
        config -> {
          config.field(RequestedTool.TOOLS, new Json(array));
          choice.ifPresent(it -> config.field("toolChoice", choice(it)));
        });
  }

  private static String tool(RequestedTool tool) {
    if (!(tool instanceof RequestedTool.Function function)) {
      return ((RequestedTool.Own) tool).json().text();
    }
    Json schema = function.parameters().orElse(new Json("{\"type\":\"object\"}"));
    return JsonWriter.object(
        text ->
            text.object(
                "toolSpec",
                spec -> {
                  spec.field("name", function.name());
                  if (!function.description().isEmpty()) {
                    spec.field("description", function.description());
                  }
                  spec.object("inputSchema", input -> input.field("json", schema));
                }));
  }

  private static Json choice(RequestedChoice choice) {
    if (choice instanceof RequestedChoice.Own own) {
      return own.json();
    }
    if (choice instanceof RequestedChoice.Function function) {
      return JsonWriter.json(
          text -> text.object("tool", tool -> tool.field("name", function.name())));
    }
    String word = ((RequestedChoice.Rule) choice).word();
    return switch (word) {
      case "auto" -> new Json("{\"auto\":{}}");
      case "required" -> new Json("{\"any\":{}}");
      default ->
          throw API.refusal(
              RequestedChoice.TOOL_CHOICE,
              JsonWriter.json(word),
              "use auto, required or a function, or leave the tools out");
    };
  }
}
