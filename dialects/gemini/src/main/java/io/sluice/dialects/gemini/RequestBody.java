package io.sluice.dialects.gemini;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.json.JsonWriter;
import io.sluice.wire.request.Inexpressible;
import io.sluice.wire.request.RequestedChoice;
import io.sluice.wire.request.RequestedTool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes requests in Gemini's format. */
final class RequestBody {

  private static final String LEAVE = "leave it out";

  static final Inexpressible API =
      new Inexpressible(
          "Gemini",
          Map.of(
              "logit_bias", LEAVE,
              "user", LEAVE,
              "parallel_tool_calls", LEAVE,
              "functions", "use tools",
              "function_call", "use tool_choice",
              "stream_options", "usage is always reported; " + LEAVE,
              "audio", LEAVE,
              "prediction", LEAVE,
              "web_search_options", "use tools=[{\"googleSearch\":{}}]"));

  private RequestBody() {}

  /**
   * The request as one JSON object; its unmodelled fields take precedence. The model is in the URL.
   *
   * @throws IllegalArgumentException in one line, if the format cannot express a part of it
   */
  static String write(ChatRequest request) {
    API.refuse(request);
    var contents = Contents.of(request.messages());
    Map<String, Json> other = new LinkedHashMap<>(request.other());
    Map<String, Json> config = GenerationConfig.of(request, other);
    other.remove(RequestedTool.TOOLS);
    other.remove(RequestedChoice.TOOL_CHOICE);
    return JsonWriter.object(
        text -> {
          contents.system().ifPresent(system -> text.field("systemInstruction", system));
          text.field("contents", contents.turns());
          tools(RequestedTool.of(request), text);
          RequestedChoice.of(request.other())
              .ifPresent(choice -> text.field("toolConfig", toolConfig(choice)));
          if (!config.isEmpty()) {
            text.object(GenerationConfig.NAME, all -> config.forEach(all::field));
          }
          other.forEach(text::field);
        });
  }

  /** All functions are one tool; the provider's own stand beside it. */
  private static void tools(List<RequestedTool> tools, JsonWriter text) {
    List<String> all = new ArrayList<>();
    String functions =
        tools.stream()
            .filter(RequestedTool.Function.class::isInstance)
            .map(tool -> declaration((RequestedTool.Function) tool))
            .collect(Collectors.joining(",", "[", "]"));
    if (!functions.equals("[]")) {
      all.add("{\"functionDeclarations\":" + functions + "}");
    }
    tools.stream()
        .filter(RequestedTool.Own.class::isInstance)
        .forEach(tool -> all.add(((RequestedTool.Own) tool).json().text()));
    if (!all.isEmpty()) {
      text.field(RequestedTool.TOOLS, new Json("[" + String.join(",", all) + "]"));
    }
  }

  private static String declaration(RequestedTool.Function function) {
    return JsonWriter.object(
        text -> {
          text.field("name", function.name());
          if (!function.description().isEmpty()) {
            text.field("description", function.description());
          }
          function.parameters().ifPresent(schema -> text.field("parametersJsonSchema", schema));
        });
  }

  private static Json toolConfig(RequestedChoice choice) {
    if (choice instanceof RequestedChoice.Own own) {
      return own.json();
    }
    Optional<String> only =
        choice instanceof RequestedChoice.Function function
            ? Optional.of(function.name())
            : Optional.empty();
    String mode = choice instanceof RequestedChoice.Rule rule ? mode(rule.word()) : "ANY";
    return JsonWriter.json(
        text ->
            text.object(
                "functionCallingConfig",
                config -> {
                  config.field("mode", mode);
                  only.ifPresent(name -> config.strings("allowedFunctionNames", List.of(name)));
                }));
  }

  private static String mode(String word) {
    return switch (word) {
      case "required" -> "ANY";
      case "none" -> "NONE";
      case "auto" -> "AUTO";
      default ->
          throw API.refusal(
              RequestedChoice.TOOL_CHOICE,
              JsonWriter.json(word),
              "use auto, none, required or a function");
    };
  }
}
