package io.sluice.simulator.chat;

import io.sluice.simulator.chat.Dialogue.ToolResult;
import io.sluice.simulator.model.Answer;
import io.sluice.simulator.model.OfflineModel;
import io.sluice.simulator.model.Sampling;
import io.sluice.simulator.model.TokenBudget;
import io.sluice.simulator.schema.PromptValues;
import io.sluice.simulator.schema.UnservableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Decides what one choice of an answer says. Used once. */
final class VoiceMaker {
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID_LENGTH = 24;

  private final OfflineModel model;
  private final ChatAsk ask;
  private final Sampling sampling;
  private final TokenBudget budget;
  private final String prompt;

  VoiceMaker(OfflineModel model, ChatAsk ask, long seed) {
    this.model = model;
    this.ask = ask;
    this.sampling = ask.sampling().withSeed(seed);
    this.budget = new TokenBudget(ask.maxTokens());
    this.prompt = ask.dialogue().prompt();
  }

  /**
   * The voice, which has not said anything yet.
   *
   * @throws io.sluice.simulator.request.InvalidRequest if there is no value for a schema of the
   *     request
   */
  Voice voice() {
    Voice spoken = spoken();
    int paragraphs = ask.thinking().map(asked -> asked.effort().paragraphs()).orElse(0);
    if (paragraphs == 0) {
      return spoken;
    }
    Answer reasoning = model.reasoning(prompt, paragraphs, sampling.withoutStops(), budget);
    return new ThinkingVoice(reasoning, spoken);
  }

  private Voice spoken() {
    if (ask.tools().mode() == ToolUse.Mode.NONE && ask.json().isEmpty()) {
      return new TextVoice(text(), sampling);
    }
    String results =
        ask.dialogue().results().stream().map(ToolResult::text).collect(Collectors.joining("\n"));
    var values = new PromptValues(prompt + "\n" + results, () -> model.sentence(prompt, sampling));
    List<OfferedTool> tools = new ToolSelection(ask.dialogue(), ask.tools()).calls(values);
    if (!tools.isEmpty()) {
      boolean named = ask.tools().mode() == ToolUse.Mode.NAMED;
      return new ToolVoice(calls(tools, values), named ? AnswerEnd.NAMED_CALL : AnswerEnd.CALLS);
    }
    Answer answer = ask.json().map(format -> json(format, values)).orElseGet(this::text);
    return new TextVoice(answer, sampling);
  }

  private Answer text() {
    if (!ask.dialogue().results().isEmpty()) {
      return model.recite(ToolReport.of(ask.dialogue().results()), sampling, budget);
    }
    List<String> pictures = ask.dialogue().pictures();
    if (!pictures.isEmpty()) {
      String opening = "I was given " + String.join(" and ", pictures) + ".\n\n";
      return model.answer(opening, prompt, sampling, budget);
    }
    return model.answer(prompt, sampling, budget);
  }

  private Answer json(JsonFormat format, PromptValues values) {
    try {
      return model.json(format.schema(), values, sampling, budget);
    } catch (UnservableSchema none) {
      throw format.unservable(none);
    }
  }

  private List<PlannedCall> calls(List<OfferedTool> tools, PromptValues values) {
    var random = new SplittableRandom(sampling.seed());
    var calls = new ArrayList<PlannedCall>();
    for (OfferedTool tool : tools) {
      calls.add(new PlannedCall(id(random), tool.name(), arguments(tool, values, random)));
    }
    return calls;
  }

  private Answer arguments(OfferedTool tool, PromptValues values, SplittableRandom random) {
    try {
      Sampling own = sampling.withoutStops().withSeed(random.nextLong());
      return model.json(tool.parameters(), values, own, budget);
    } catch (UnservableSchema none) {
      throw tool.unservable(none);
    }
  }

  private static String id(SplittableRandom random) {
    var id = new StringBuilder("call_");
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
