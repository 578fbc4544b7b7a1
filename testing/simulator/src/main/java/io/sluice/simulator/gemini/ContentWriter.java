package io.sluice.simulator.gemini;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerPart;
import io.sluice.simulator.chat.AnswerWriter;
import io.sluice.simulator.script.EventFraming;
import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Step;
import java.util.List;

/**
 * Writes responses that add to each other: a text each, and a call only when it is whole. Mutable,
 * one reader.
 */
final class ContentWriter implements AnswerWriter {
  private final CandidateJson json;
  private final EventFraming framing;
  private final List<AnswerChoice> choices;

  ContentWriter(CandidateJson json, EventFraming framing, List<AnswerChoice> choices) {
    this.json = json;
    this.framing = framing;
    this.choices = List.copyOf(choices);
  }

  @Override
  public List<Step> opening() {
    return List.of();
  }

  @Override
  public List<Step> part(AnswerChoice choice, AnswerPart part) {
    if (part instanceof AnswerPart.Said said) {
      return List.of(chunk(json.adding(choice, CandidateJson.text(said.text()), choices)));
    }
    if (part instanceof AnswerPart.Thought thought && json.showsReasoning()) {
      return List.of(chunk(json.adding(choice, CandidateJson.thought(thought.text()), choices)));
    }
    // Where a call begins, the one before it has become whole.
    return part instanceof AnswerPart.CallStart start && start.index() > 0
        ? List.of(call(choice, start.index() - 1))
        : List.of();
  }

  private Step call(AnswerChoice choice, int index) {
    return chunk(json.adding(choice, CandidateJson.call(choice.calls().get(index)), choices));
  }

  @Override
  public List<Step> finish(AnswerChoice choice) {
    int last = choice.calls().size() - 1;
    List<Step> call =
        last >= 0 && last < choice.wholeCalls().size() ? List.of(call(choice, last)) : List.of();
    Step finish = framing.event(Mark.FINISH, json.finishing(choice, choices));
    return call.isEmpty() ? List.of(finish) : List.of(call.get(0), finish);
  }

  @Override
  public List<Step> closing() {
    return List.of();
  }

  @Override
  public String whole() {
    return json.whole(choices);
  }

  private Step chunk(String text) {
    return framing.event(Mark.CHUNK, text);
  }
}
