package io.sluice.simulator.ollama;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerChoice.MadeCall;
import io.sluice.simulator.chat.AnswerEnd;
import io.sluice.simulator.chat.AnswerPart;
import io.sluice.simulator.chat.AnswerStamp;
import io.sluice.simulator.chat.AnswerWriter;
import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.Thinking.Display;
import io.sluice.simulator.json.JsonFields;
import io.sluice.simulator.json.WrittenJson;
import io.sluice.simulator.script.EventFraming;
import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes lines: a text each, a call only when it is whole, and the figures in the last. Mutable,
 * one reader.
 */
final class LineWriter implements AnswerWriter {
  private static final String REASON = "done_reason";

  private final OllamaApi api;
  private final AnswerStamp stamp;
  private final boolean showsReasoning;
  private final boolean loads;
  private final AnswerChoice choice;

  LineWriter(OllamaApi api, AnswerStamp stamp, ChatAsk ask, AnswerChoice choice) {
    this.api = api;
    this.stamp = stamp;
    this.showsReasoning = ask.thinking().filter(it -> it.display() == Display.SHOWN).isPresent();
    this.loads = LineAskReader.loads(ask);
    this.choice = choice;
  }

  @Override
  public List<Step> opening() {
    return List.of();
  }

  @Override
  public List<Step> part(AnswerChoice same, AnswerPart part) {
    if (part instanceof AnswerPart.Said said) {
      return List.of(chunk(api.said(line(), said.text(), "")));
    }
    if (part instanceof AnswerPart.Thought thought && showsReasoning) {
      return List.of(chunk(api.said(line(), "", thought.text())));
    }
    // Where a call begins, the one before it has become whole.
    return part instanceof AnswerPart.CallStart start && start.index() > 0
        ? List.of(chunk(called(start.index() - 1)))
        : List.of();
  }

  private JsonFields called(int index) {
    JsonFields message =
        JsonFields.of("role", "assistant")
            .with("content", "")
            .with("tool_calls", List.of(call(index)));
    return line().with("message", message);
  }

  private JsonFields call(int index) {
    MadeCall call = choice.calls().get(index);
    JsonFields function =
        JsonFields.of("index", index)
            .with("name", call.name())
            .with("arguments", new WrittenJson(call.arguments()));
    return JsonFields.of("id", call.id()).with("function", function);
  }

  @Override
  public List<Step> finish(AnswerChoice same) {
    var steps = new ArrayList<Step>();
    int last = choice.calls().size() - 1;
    if (last >= 0 && last < choice.wholeCalls().size()) {
      steps.add(chunk(called(last)));
    }
    JsonFields end = ended(api.said(line(), "", ""));
    steps.add(EventFraming.LINES.event(Mark.FINISH, end.toString()));
    return steps;
  }

  @Override
  public List<Step> closing() {
    return List.of();
  }

  @Override
  public String whole() {
    String thinking = showsReasoning ? choice.reasoning() : "";
    if (!choice.callsTools()) {
      return ended(api.said(line(), choice.text(), thinking)).toString();
    }
    var calls = new ArrayList<JsonFields>();
    for (int i = 0; i < choice.wholeCalls().size(); i++) {
      calls.add(call(i));
    }
    JsonFields message =
        JsonFields.of("role", "assistant")
            .with("content", "")
            .with("thinking", thinking)
            .with("tool_calls", calls);
    return ended(line().with("message", message)).toString();
  }

  private JsonFields line() {
    return JsonFields.of("model", stamp.model()).with("created_at", Instant.now().toString());
  }

  /** The line with the fields of a last one; durations are in nanoseconds. */
  private JsonFields ended(JsonFields line) {
    long taken = Duration.between(stamp.created(), Instant.now()).toNanos();
    if (loads) {
      return line.with("done", true).with(REASON, "load");
    }
    return line.with("done", true)
        .with(REASON, choice.end() == AnswerEnd.LENGTH ? "length" : "stop")
        .with("total_duration", taken)
        .with("load_duration", 0)
        .with("prompt_eval_count", stamp.promptTokens())
        .with("prompt_eval_duration", 0)
        .with("eval_count", choice.tokens())
        .with("eval_duration", taken);
  }

  private static Step chunk(JsonFields line) {
    return EventFraming.LINES.event(Mark.CHUNK, line.with("done", false).toString());
  }
}
