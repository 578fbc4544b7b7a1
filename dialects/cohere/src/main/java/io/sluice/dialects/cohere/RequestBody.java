package io.sluice.dialects.cohere;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.json.Members;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.request.Inexpressible;
import io.sluice.wire.request.RequestedChoice;
import io.sluice.wire.request.RequestedFormat;
import io.sluice.wire.request.RequestedTool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes requests in Cohere's format. */
final class RequestBody {

  private static final String LEAVE = "leave it out";
  private static final String EFFORT = "reasoning_effort";
  private static final String LIMIT = "max_completion_tokens";

  static final Inexpressible API =
      new Inexpressible(
          "Cohere",
          Map.ofEntries(
              Map.entry("n", "ask several times"),
              Map.entry("logit_bias", LEAVE),
              Map.entry("top_logprobs", LEAVE),
              Map.entry("user", LEAVE),
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

  private RequestBody() {}

  /**
   * The request as one JSON object; its unmodelled fields take precedence.
   *
   * @throws IllegalArgumentException in one line, if the format cannot express a part of it
   */
  static String write(ChatRequest request, StreamOptions.Form form) {
    API.refuse(request);
    Map<String, Json> other = new LinkedHashMap<>(request.other());
    Optional<RequestedFormat> format = RequestedFormat.of(other);
    Optional<Json> limit = Optional.ofNullable(other.remove(LIMIT));
    Optional<Json> effort = Optional.ofNullable(other.remove(EFFORT));
    other.remove(RequestedFormat.RESPONSE_FORMAT);
    other.remove(RequestedTool.TOOLS);
    other.remove(RequestedChoice.TOOL_CHOICE);
    return JsonWriter.object(
        text -> {
          var members = new Members(text, other.keySet());
          members.write("model", (out, name) -> out.field(name, request.model()));
          members.write(
              "messages", (out, name) -> out.field(name, Messages.of(request.messages())));
          sampling(members, request, limit);
          List<RequestedTool> tools = RequestedTool.of(request);
          if (!tools.isEmpty()) {
            text.field(RequestedTool.TOOLS, RequestedTool.array(tools));
          }
          RequestedChoice.of(request.other()).ifPresent(choice -> choice(choice, text));
          format.ifPresent(it -> format(it, text));
          effort.ifPresent(it -> members.write("thinking", (o, name) -> o.field(name, think(it))));
          if (form == StreamOptions.Form.STREAMED) {
            members.write("stream", (out, name) -> out.flag(name, true));
          }
          other.forEach(text::field);
        });
  }

  private static void sampling(Members members, ChatRequest request, Optional<Json> limit) {
    request
        .temperature()
        .ifPresent(t -> members.write("temperature", (o, name) -> o.field(name, t)));
    request.topP().ifPresent(p -> members.write("p", (o, name) -> o.field(name, p)));
    request
        .maxTokens()
        .ifPresent(most -> members.write("max_tokens", (o, name) -> o.field(name, (long) most)));
    if (request.maxTokens().isEmpty()) {
      limit.ifPresent(most -> members.write("max_tokens", (o, name) -> o.field(name, most)));
    }
    request.seed().ifPresent(seed -> members.write("seed", (o, name) -> o.field(name, seed)));
    if (!request.stop().isEmpty()) {
      members.write("stop_sequences", (o, name) -> o.strings(name, request.stop()));
    }
  }

  /** Without a word, the model may call tools or not. */
  private static void choice(RequestedChoice choice, JsonWriter text) {
    if (choice instanceof RequestedChoice.Function function) {
      throw API.refusal(
          RequestedChoice.TOOL_CHOICE,
          JsonWriter.json(function.name()),
          "use required with this tool alone");
    }
    if (choice instanceof RequestedChoice.Own own) {
      text.field(RequestedChoice.TOOL_CHOICE, own.json());
      return;
    }
    String word = ((RequestedChoice.Rule) choice).word();
    switch (word) {
      case "auto" -> {}
      case "required", "REQUIRED" -> text.field(RequestedChoice.TOOL_CHOICE, "REQUIRED");
      case "none", "NONE" -> text.field(RequestedChoice.TOOL_CHOICE, "NONE");
      default ->
          throw API.refusal(
              RequestedChoice.TOOL_CHOICE, JsonWriter.json(word), "use auto, none or required");
    }
  }

  private static void format(RequestedFormat format, JsonWriter text) {
    if (format instanceof RequestedFormat.Own own) {
      text.field(RequestedFormat.RESPONSE_FORMAT, own.json());
    } else if (!(format instanceof RequestedFormat.Text)) {
      text.object(
          RequestedFormat.RESPONSE_FORMAT,
          it -> {
            it.field("type", "json_object");
            if (format instanceof RequestedFormat.Schema schema) {
              it.field("json_schema", schema.schema());
            }
          });
    }
  }

  /** A model thinks or not; how much is a number of tokens, which the request may give itself. */
  private static Json think(Json given) {
    String word = new JsonValue(given).string().orElse("");
    return switch (word) {
      case "none" -> new Json("{\"type\":\"disabled\"}");
      case "minimal", "low", "medium", "high" -> new Json("{\"type\":\"enabled\"}");
      default -> throw API.refusal(EFFORT, given, "use none, low, medium or high");
    };
  }
}
