package io.sluice.dialects.responses;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.json.JsonWriter;
import io.sluice.json.Members;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.request.Inexpressible;
import io.sluice.wire.request.RequestConversation;
import io.sluice.wire.request.RequestedChoice;
import io.sluice.wire.request.RequestedTool;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes requests in the format of the Responses API. */
final class RequestBody {

  private static final String LEAVE = "leave it out";

  static final Inexpressible API =
      new Inexpressible(
          "OpenAI's Responses",
          Map.ofEntries(
              Map.entry("stop", LEAVE),
              Map.entry("seed", LEAVE),
              Map.entry("n", "ask several times"),
              Map.entry("logit_bias", LEAVE),
              Map.entry("frequency_penalty", LEAVE),
              Map.entry("presence_penalty", LEAVE),
              Map.entry(
                  "logprobs", "use top_logprobs and include=[\"message.output_text.logprobs\"]"),
              Map.entry("functions", "use tools"),
              Map.entry("function_call", "use tool_choice"),
              Map.entry("stream_options", "usage is always reported; " + LEAVE),
              Map.entry("modalities", LEAVE),
              Map.entry("audio", LEAVE),
              Map.entry("prediction", LEAVE),
              Map.entry("web_search_options", "use tools=[{\"type\":\"web_search\"}]")));

  private RequestBody() {}

  /**
   * The request as one JSON object; its unmodelled fields take precedence.
   *
   * @throws IllegalArgumentException in one line, if the format cannot express a part of it
   */
  static String write(ChatRequest request, StreamOptions.Form form) {
    API.refuse(request);
    Map<String, Json> other = RequestSettings.translated(request.other());
    return JsonWriter.object(
        text -> {
          var members = new Members(text, other.keySet());
          members.write("model", (out, name) -> out.field(name, request.model()));
          members.write("input", (out, name) -> out.field(name, input(request)));
          sampling(members, request);
          tools(text, request);
          if (form == StreamOptions.Form.STREAMED) {
            members.write("stream", (out, name) -> out.flag(name, true));
          }
          other.forEach(text::field);
        });
  }

  private static void sampling(Members members, ChatRequest request) {
    request
        .temperature()
        .ifPresent(t -> members.write("temperature", (o, name) -> o.field(name, t)));
    request.topP().ifPresent(p -> members.write("top_p", (o, name) -> o.field(name, p)));
    request
        .maxTokens()
        .ifPresent(
            most -> members.write("max_output_tokens", (o, name) -> o.field(name, (long) most)));
  }

  /** Where the server has the history, only what is new is sent. */
  private static Json input(ChatRequest request) {
    var all = new RequestConversation(request.messages());
    boolean known =
        request.other().containsKey("previous_response_id")
            || request.other().containsKey("conversation");
    List<Json> items = InputItems.of(known ? all.news() : all, all);
    return new Json(items.stream().map(Json::text).collect(Collectors.joining(",", "[", "]")));
  }

  private static void tools(JsonWriter text, ChatRequest request) {
    List<RequestedTool> tools = RequestedTool.of(request);
    if (!tools.isEmpty()) {
      String array =
          tools.stream().map(RequestBody::tool).collect(Collectors.joining(",", "[", "]"));
      text.field(RequestedTool.TOOLS, new Json(array));
    }
    RequestedChoice.of(request.other())
        .ifPresent(choice -> text.field(RequestedChoice.TOOL_CHOICE, choice(choice)));
  }

  /** Left out, strict may become true at the server. */
  private static String tool(RequestedTool tool) {
    if (!(tool instanceof RequestedTool.Function function)) {
      return ((RequestedTool.Own) tool).json().text();
    }
    return JsonWriter.object(
        text -> {
          text.field("type", "function").field("name", function.name());
          if (!function.description().isEmpty()) {
            text.field("description", function.description());
          }
          function.parameters().ifPresent(schema -> text.field("parameters", schema));
          text.flag("strict", function.strict().orElse(false));
        });
  }

  private static Json choice(RequestedChoice choice) {
    if (choice instanceof RequestedChoice.Rule rule) {
      return JsonWriter.json(rule.word());
    }
    if (choice instanceof RequestedChoice.Function function) {
      return JsonWriter.json(text -> text.field("type", "function").field("name", function.name()));
    }
    return ((RequestedChoice.Own) choice).json();
  }
}
