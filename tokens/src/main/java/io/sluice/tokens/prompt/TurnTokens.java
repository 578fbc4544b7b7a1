package io.sluice.tokens.prompt;

import io.sluice.tokens.PromptFormula;
import io.sluice.tokens.prompt.FunctionCall.Origin;
import java.util.ArrayList;
import java.util.List;

/** Counts the messages of a prompt, each by what it is. Mutable; for one prompt. */
final class TurnTokens {
  private static final int MESSAGE = 3;
  private static final int NAME = 1;
  private static final int ANSWER_OF_GPT_5 = 2;
  private static final int CALL_OF_GPT_5 = 4;
  private static final int RESULT_OF_GPT_5 = 2;
  private static final String PARALLEL = "multi_tool_use.parallel";
  private static final String FUNCTIONS = "functions.";
  private static final String TO_ASSISTANT = " to=assistant";

  private final PromptFormula formula;
  private final PromptApi api;
  private final PartCounter parts;

  TurnTokens(PromptFormula formula, PromptApi api, PartCounter parts) {
    this.formula = formula;
    this.api = api;
    this.parts = parts;
  }

  /** Counts a message; {@code appended} is part of its text, if it is one of text. */
  void count(PromptTurn turn, List<Segment> appended) {
    if (turn instanceof PromptTurn.Said said) {
      said(said, appended);
    } else if (turn instanceof PromptTurn.Called called) {
      FunctionCall call = called.call();
      String arguments = api == PromptApi.CHAT ? CallText.arguments(call) : call.arguments();
      call(turn.part(), FUNCTIONS + call.function(), arguments);
    } else if (turn instanceof PromptTurn.CalledTogether called) {
      call(turn.part(), PARALLEL, CallText.together(called.calls()));
    } else if (turn instanceof PromptTurn.Returned returned) {
      result(turn.part(), author(returned.result().call()), returned.result().content().text());
    } else if (turn instanceof PromptTurn.ReturnedTogether returned) {
      result(turn.part(), PARALLEL + TO_ASSISTANT, CallText.results(returned.results()));
    } else if (turn instanceof PromptTurn.Unknown unknown) {
      parts.text(turn.part(), unknown.text());
    }
  }

  private void said(PromptTurn.Said said, List<Segment> appended) {
    parts.add(said.part(), MESSAGE + (formula.isGpt5() && said.isAnswer() ? ANSWER_OF_GPT_5 : 0));
    parts.text(said.part(), said.role());
    List<Segment> text = new ArrayList<>();
    text.add(new Segment(said.part(), said.content().text()));
    text.addAll(appended);
    parts.joined(text);
    said.name()
        .ifPresent(
            name -> {
              parts.add(said.part(), NAME);
              parts.text(said.part(), name);
            });
  }

  private void call(String part, String function, String arguments) {
    parts.add(part, MESSAGE + (formula.isGpt5() ? CALL_OF_GPT_5 : 0));
    parts.text(part, "assistant to=" + function);
    parts.text(part, arguments);
  }

  private void result(String part, String author, String text) {
    parts.add(part, MESSAGE + (formula.isGpt5() ? RESULT_OF_GPT_5 : 0));
    parts.text(part, author);
    parts.text(part, text);
  }

  /** The author of a result. The Responses API adds the addressee, if it finds the call stored. */
  private String author(FunctionCall call) {
    if (api == PromptApi.CHAT) {
      return call.function() + TO_ASSISTANT;
    }
    boolean addressed =
        switch (formula) {
          case GPT_5_4 -> true;
          case GPT_5 -> call.origin() != Origin.REQUEST;
          case CHAT, GPT_4O, O3_MINI -> call.origin() == Origin.STORED;
        };
    return FUNCTIONS + call.function() + (addressed ? TO_ASSISTANT : "");
  }
}
