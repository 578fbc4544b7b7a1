package io.sluice.simulator.chat;

import io.sluice.simulator.model.ScoredToken;
import java.util.List;

/** What a choice of an answer says next, before any API has written it. */
public sealed interface AnswerPart {

  /** Reasoning before the text, never empty. */
  record Thought(String text) implements AnswerPart {}

  /**
   * Text, never empty.
   *
   * @param tokens the tokens of the text with their chances; empty unless they were asked for
   */
  record Said(String text, List<ScoredToken> tokens) implements AnswerPart {
    /** Copies the list. */
    public Said {
      tokens = List.copyOf(tokens);
    }
  }

  /** The beginning of the call with that index, from 0; its arguments follow. */
  record CallStart(int index, String id, String name) implements AnswerPart {}

  /** A fragment of the arguments of the call with that index, never empty. */
  record CallArguments(int index, String text) implements AnswerPart {}
}
