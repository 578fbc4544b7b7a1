package io.sluice.simulator.responses;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerChoice.MadeCall;
import io.sluice.simulator.chat.AnswerEnd;
import io.sluice.simulator.chat.AnswerStamp;
import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.Thinking.Display;
import io.sluice.simulator.json.JsonFields;
import io.sluice.simulator.json.ParsedJson;
import io.sluice.simulator.json.WrittenJson;
import io.sluice.simulator.model.LogprobsJson;
import io.sluice.simulator.model.ScoredToken;
import java.util.ArrayList;
import java.util.List;

/** Writes the objects of one response: itself, its items and their parts. Immutable. */
final class ResponseJson {
  static final String IN_PROGRESS = "in_progress";
  static final String COMPLETED = "completed";
  static final String INCOMPLETE = "incomplete";

  private final AnswerStamp stamp;
  private final ChatAsk ask;

  ResponseJson(AnswerStamp stamp, ChatAsk ask) {
    this.stamp = stamp;
    this.ask = ask;
  }

  /** Whether the text of reasoning is sent. */
  boolean showsReasoning() {
    return ask.thinking().filter(it -> it.display() == Display.SHOWN).isPresent();
  }

  /** The response before anything is said. */
  JsonFields begun() {
    return response(IN_PROGRESS, List.of()).with("usage", ParsedJson.NULL);
  }

  /** The response with all that was said. */
  JsonFields ended(AnswerChoice choice) {
    return response(status(choice), items(choice)).with("usage", usage(choice));
  }

  private JsonFields response(String status, List<JsonFields> output) {
    boolean cut = status.equals(INCOMPLETE);
    return JsonFields.of("id", "resp_" + stamp.id())
        .with("object", "response")
        .with("created_at", stamp.created().getEpochSecond())
        .with("status", status)
        .with("error", ParsedJson.NULL)
        .with(
            "incomplete_details",
            cut ? JsonFields.of("reason", "max_output_tokens") : ParsedJson.NULL)
        .with("model", stamp.model())
        .with("output", output);
  }

  private List<JsonFields> items(AnswerChoice choice) {
    var items = new ArrayList<JsonFields>();
    if (!choice.reasoning().isEmpty()) {
      items.add(reasoning(choice.reasoning()));
    }
    if (!choice.callsTools()) {
      items.add(message(List.of(text(choice)), status(choice)));
    }
    List<MadeCall> calls = choice.calls();
    for (int i = 0; i < calls.size(); i++) {
      boolean last = i == calls.size() - 1;
      items.add(call(i, calls.get(i), last ? status(choice) : COMPLETED));
    }
    return items;
  }

  /** The status of a choice that has ended. */
  static String status(AnswerChoice choice) {
    return choice.end() == AnswerEnd.LENGTH ? INCOMPLETE : COMPLETED;
  }

  String reasoningId() {
    return "rs_" + stamp.id();
  }

  String messageId() {
    return "msg_" + stamp.id();
  }

  String callId(int index) {
    return "fc_" + stamp.id() + index;
  }

  JsonFields reasoning(String text) {
    return JsonFields.of("id", reasoningId())
        .with("type", "reasoning")
        .with("summary", showsReasoning() && !text.isEmpty() ? List.of(summary(text)) : List.of());
  }

  static JsonFields summary(String text) {
    return JsonFields.of("type", "summary_text").with("text", text);
  }

  JsonFields message(List<JsonFields> content, String status) {
    return JsonFields.of("id", messageId())
        .with("type", "message")
        .with("status", status)
        .with("role", "assistant")
        .with("content", content);
  }

  static JsonFields text(AnswerChoice choice) {
    return text(choice.text(), choice.scores());
  }

  static JsonFields text(String text, List<ScoredToken> tokens) {
    return JsonFields.of("type", "output_text")
        .with("text", text)
        .with("annotations", List.of())
        .with("logprobs", new WrittenJson(LogprobsJson.array(tokens)));
  }

  JsonFields call(int index, MadeCall call, String status) {
    return JsonFields.of("id", callId(index))
        .with("type", "function_call")
        .with("status", status)
        .with("call_id", call.id())
        .with("name", call.name())
        .with("arguments", call.arguments());
  }

  private JsonFields usage(AnswerChoice choice) {
    return JsonFields.of("input_tokens", stamp.promptTokens())
        .with("input_tokens_details", JsonFields.of("cached_tokens", 0))
        .with("output_tokens", choice.tokens())
        .with("output_tokens_details", JsonFields.of("reasoning_tokens", choice.reasoningTokens()))
        .with("total_tokens", stamp.promptTokens() + choice.tokens());
  }
}
