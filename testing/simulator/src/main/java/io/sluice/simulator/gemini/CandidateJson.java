package io.sluice.simulator.gemini;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerChoice.MadeCall;
import io.sluice.simulator.chat.AnswerEnd;
import io.sluice.simulator.chat.AnswerStamp;
import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.Thinking.Display;
import io.sluice.simulator.json.JsonFields;
import io.sluice.simulator.json.WrittenJson;
import java.util.ArrayList;
import java.util.List;

/** Writes the responses of one answer, with their candidates and figures. Immutable. */
final class CandidateJson {
  private final AnswerStamp stamp;
  private final ChatAsk ask;

  CandidateJson(AnswerStamp stamp, ChatAsk ask) {
    this.stamp = stamp;
    this.ask = ask;
  }

  /** Whether the text of reasoning is sent. */
  boolean showsReasoning() {
    return ask.thinking().filter(it -> it.display() == Display.SHOWN).isPresent();
  }

  static JsonFields text(String text) {
    return JsonFields.of("text", text);
  }

  static JsonFields thought(String text) {
    return text(text).with("thought", true);
  }

  static JsonFields call(MadeCall call) {
    JsonFields said =
        JsonFields.of("id", call.id())
            .with("name", call.name())
            .with("args", new WrittenJson(call.arguments()));
    return JsonFields.of("functionCall", said);
  }

  static JsonFields content(JsonFields... parts) {
    return JsonFields.of("parts", List.of(parts)).with("role", "model");
  }

  /** A response that adds a part to a choice. */
  String adding(AnswerChoice choice, JsonFields part, List<AnswerChoice> all) {
    JsonFields candidate = JsonFields.of("content", content(part)).with("index", choice.index());
    return response(List.of(candidate), all).toString();
  }

  /** A response that finishes a choice. */
  String finishing(AnswerChoice choice, List<AnswerChoice> all) {
    return response(List.of(candidate(choice, content(text("")))), all).toString();
  }

  /** The response with all that the choices have said. */
  String whole(List<AnswerChoice> all) {
    List<JsonFields> candidates =
        all.stream().map(choice -> candidate(choice, content(parts(choice)))).toList();
    return response(candidates, all).toString();
  }

  private static JsonFields candidate(AnswerChoice choice, JsonFields content) {
    return JsonFields.of("content", content)
        .with("finishReason", choice.end() == AnswerEnd.LENGTH ? "MAX_TOKENS" : "STOP")
        .with("index", choice.index());
  }

  private JsonFields[] parts(AnswerChoice choice) {
    var parts = new ArrayList<JsonFields>();
    if (showsReasoning() && !choice.reasoning().isEmpty()) {
      parts.add(thought(choice.reasoning()));
    }
    if (!choice.callsTools()) {
      parts.add(text(choice.text()));
    }
    choice.wholeCalls().forEach(call -> parts.add(call(call)));
    return parts.toArray(JsonFields[]::new);
  }

  private JsonFields response(List<JsonFields> candidates, List<AnswerChoice> all) {
    int tokens = all.stream().mapToInt(AnswerChoice::tokens).sum();
    int thoughts = all.stream().mapToInt(AnswerChoice::reasoningTokens).sum();
    JsonFields usage =
        JsonFields.of("promptTokenCount", stamp.promptTokens())
            .with("candidatesTokenCount", tokens - thoughts)
            .with("totalTokenCount", stamp.promptTokens() + tokens);
    if (ask.thinking().isPresent()) {
      usage.with("thoughtsTokenCount", thoughts);
    }
    return JsonFields.of("candidates", candidates)
        .with("usageMetadata", usage)
        .with("modelVersion", stamp.model())
        .with("responseId", stamp.id());
  }
}
