package io.sluice.dialects.anthropic;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Tool;
import io.sluice.json.JsonWriter;
import io.sluice.json.Members;
import io.sluice.stream.StreamOptions;
import java.util.Map;

/** Writes requests in Anthropic's format. */
final class RequestBody {

  /** The limit on an answer if the request has none: the smallest maximum of Anthropic's models. */
  static final int MAX_TOKENS = 4096;

  private RequestBody() {}

  /**
   * The request as one JSON object; its unmodelled fields take precedence.
   *
   * @throws IllegalArgumentException with a one-line message, if Anthropic's format cannot express
   *     a part of it
   */
  static String write(ChatRequest request, StreamOptions.Form form) {
    RefusedFields.refuse(request);
    Turns turns = Turns.of(request.messages());
    Map<String, Json> other = OutputConfig.translated(request.other());
    return JsonWriter.object(
        text -> {
          var members = new Members(text, other.keySet());
          conversation(members, request, turns);
          sampling(members, request);
          if (form == StreamOptions.Form.STREAMED) {
            members.write("stream", (out, name) -> out.flag(name, true));
          }
          other.forEach((name, value) -> text.field(name, given(name, value)));
        });
  }

  private static void conversation(Members members, ChatRequest request, Turns turns) {
    members.write("model", (text, name) -> text.field(name, request.model()));
    members.write(
        "max_tokens",
        (text, name) -> text.field(name, (long) request.maxTokens().orElse(MAX_TOKENS)));
    turns.system().ifPresent(s -> members.write("system", (text, name) -> text.field(name, s)));
    members.write("messages", (text, name) -> text.objects(name, turns.turns(), Turn::write));
    if (!request.tools().isEmpty()) {
      members.write(
          "tools", (text, name) -> text.objects(name, request.tools(), RequestBody::tool));
    }
  }

  private static void sampling(Members members, ChatRequest request) {
    request
        .temperature()
        .ifPresent(t -> members.write("temperature", (text, name) -> text.field(name, t)));
    request.topP().ifPresent(p -> members.write("top_p", (text, name) -> text.field(name, p)));
    if (!request.stop().isEmpty()) {
      members.write("stop_sequences", (text, name) -> text.strings(name, request.stop()));
    }
  }

  private static void tool(JsonWriter text, Tool tool) {
    text.field("name", tool.name());
    if (!tool.description().isEmpty()) {
      text.field("description", tool.description());
    }
    text.field("input_schema", tool.parameters());
  }

  private static Json given(String name, Json value) {
    return name.equals("tool_choice") ? ToolChoice.of(value) : value;
  }
}
