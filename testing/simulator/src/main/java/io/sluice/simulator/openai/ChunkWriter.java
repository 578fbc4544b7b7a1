package io.sluice.simulator.openai;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerPart;
import io.sluice.simulator.chat.AnswerWriter;
import io.sluice.simulator.chat.ChatAsk.UsageWish;
import io.sluice.simulator.json.JsonStrings;
import io.sluice.simulator.model.LogprobsJson;
import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Sse;
import io.sluice.simulator.script.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes chunks: a role for each choice, what is said, the finish reason, the usage if it is
 * wanted, and {@code [DONE]}. Not mutable itself; the choices are.
 */
final class ChunkWriter implements AnswerWriter {
  private final AnswerJson json;
  private final UsageWish usage;
  private final List<AnswerChoice> choices;

  ChunkWriter(AnswerJson json, UsageWish usage, List<AnswerChoice> choices) {
    this.json = json;
    this.usage = usage;
    this.choices = List.copyOf(choices);
  }

  @Override
  public List<Step> opening() {
    return choices.stream().map(choice -> chunk(json.opening(choice))).toList();
  }

  @Override
  public List<Step> part(AnswerChoice choice, AnswerPart part) {
    return List.of(chunk(json(choice.index(), part)));
  }

  private String json(int choice, AnswerPart part) {
    if (part instanceof AnswerPart.Thought thought) {
      return json.reasoning(choice, thought.text());
    }
    if (part instanceof AnswerPart.Said said) {
      String scores = said.tokens().isEmpty() ? AnswerJson.NULL : LogprobsJson.of(said.tokens());
      return json.content(choice, said.text(), scores);
    }
    if (part instanceof AnswerPart.CallStart start) {
      String call = ChoiceJson.call(start.id(), start.name(), "");
      return json.toolCall(choice, "{\"index\":" + start.index() + "," + call);
    }
    var arguments = (AnswerPart.CallArguments) part;
    return json.toolCall(
        choice,
        "{\"index\":%d,\"function\":{\"arguments\":%s}}"
            .formatted(arguments.index(), JsonStrings.quoted(arguments.text())));
  }

  @Override
  public List<Step> finish(AnswerChoice choice) {
    String reason = ChoiceJson.finishReason(choice);
    return List.of(Sse.data(Mark.FINISH, json.finish(choice.index(), reason)));
  }

  @Override
  public List<Step> closing() {
    var end = new ArrayList<Step>();
    if (usage == UsageWish.INCLUDED) {
      end.add(Sse.data(Mark.USAGE, json.usage(choices)));
    }
    end.add(Sse.done());
    return end;
  }

  @Override
  public String whole() {
    return json.whole(choices);
  }

  private static Step chunk(String json) {
    return Sse.data(Mark.CHUNK, json);
  }
}
