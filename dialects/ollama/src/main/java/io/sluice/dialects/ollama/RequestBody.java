package io.sluice.dialects.ollama;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.json.Members;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.request.Inexpressible;
import io.sluice.wire.request.RequestedFormat;
import io.sluice.wire.request.RequestedTool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes requests in Ollama's format. */
final class RequestBody {

  private static final String LEAVE = "leave it out";
  private static final String OPTIONS = "options";
  private static final String EFFORT = "reasoning_effort";

  static final Inexpressible API =
      new Inexpressible(
          "Ollama",
          Map.ofEntries(
              Map.entry("n", "ask several times"),
              Map.entry("logit_bias", LEAVE),
              Map.entry("tool_choice", LEAVE),
              Map.entry("user", LEAVE),
              Map.entry("parallel_tool_calls", LEAVE),
              Map.entry("functions", "use tools"),
              Map.entry("function_call", LEAVE),
              Map.entry("stream_options", "usage is always reported; " + LEAVE),
              Map.entry("modalities", LEAVE),
              Map.entry("audio", LEAVE),
              Map.entry("prediction", LEAVE),
              Map.entry("web_search_options", LEAVE),
              Map.entry("verbosity", LEAVE),
              Map.entry("store", LEAVE)));

  /** The fields that are members of {@code options}, and their names there. */
  private static final Map<String, String> SAMPLING =
      Map.of(
          "max_completion_tokens", "num_predict",
          "presence_penalty", "presence_penalty",
          "frequency_penalty", "frequency_penalty",
          "top_k", "top_k",
          "min_p", "min_p",
          "num_ctx", "num_ctx");

  private RequestBody() {}

  /**
   * The request as one JSON object; its unmodelled fields take precedence.
   *
   * @throws IllegalArgumentException in one line, if the format cannot express a part of it
   */
  static String write(ChatRequest request, StreamOptions.Form form) {
    API.refuse(request);
    Map<String, Json> other = new LinkedHashMap<>(request.other());
    Map<String, Json> options = options(request, other);
    Optional<RequestedFormat> format = RequestedFormat.of(other);
    other.remove(RequestedFormat.RESPONSE_FORMAT);
    other.remove(RequestedTool.TOOLS);
    Optional<Json> think = Optional.ofNullable(other.remove(EFFORT)).map(RequestBody::think);
    return JsonWriter.object(
        text -> {
          var members = new Members(text, other.keySet());
          members.write("model", (out, name) -> out.field(name, request.model()));
          if (PromptBody.isOne(request)) {
            PromptBody.write(text, request.messages());
          } else {
            members.write(
                "messages", (out, name) -> out.field(name, Messages.of(request.messages())));
          }
          List<RequestedTool> tools = RequestedTool.of(request);
          if (!tools.isEmpty()) {
            text.field(RequestedTool.TOOLS, RequestedTool.array(tools));
          }
          format.flatMap(RequestBody::format).ifPresent(it -> text.field("format", it));
          think.ifPresent(it -> members.write("think", (out, name) -> out.field(name, it)));
          if (!options.isEmpty()) {
            text.object(OPTIONS, all -> options.forEach(all::field));
          }
          members.write(
              "stream", (out, name) -> out.flag(name, form == StreamOptions.Form.STREAMED));
          other.forEach(text::field);
        });
  }

  private static Map<String, Json> options(ChatRequest request, Map<String, Json> other) {
    Map<String, Json> options = new LinkedHashMap<>();
    String modelled =
        JsonWriter.object(
            text -> {
              request.temperature().ifPresent(t -> text.field("temperature", t));
              request.topP().ifPresent(p -> text.field("top_p", p));
              request.maxTokens().ifPresent(most -> text.field("num_predict", (long) most));
              request.seed().ifPresent(seed -> text.field("seed", seed));
              if (!request.stop().isEmpty()) {
                text.strings("stop", request.stop());
              }
            });
    options.putAll(JsonValue.read(modelled).object().orElseThrow().members());
    SAMPLING.forEach(
        (name, here) ->
            Optional.ofNullable(other.remove(name)).ifPresent(value -> options.put(here, value)));
    Optional.ofNullable(other.remove(OPTIONS))
        .flatMap(given -> new JsonValue(given).object())
        .ifPresent(given -> options.putAll(given.members()));
    return options;
  }

  private static Optional<Json> format(RequestedFormat format) {
    if (format instanceof RequestedFormat.Schema schema) {
      return Optional.of(schema.schema());
    }
    if (format instanceof RequestedFormat.Own own) {
      return Optional.of(own.json());
    }
    return format instanceof RequestedFormat.AnyJson
        ? Optional.of(new Json("\"json\""))
        : Optional.empty();
  }

  private static Json think(Json given) {
    String word = new JsonValue(given).string().orElse("");
    return switch (word) {
      case "none" -> new Json("false");
      case "minimal" -> new Json("\"low\"");
      case "low", "medium", "high" -> given;
      default -> throw API.refusal(EFFORT, given, "use none, low, medium or high");
    };
  }
}
