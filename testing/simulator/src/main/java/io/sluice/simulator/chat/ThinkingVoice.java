package io.sluice.simulator.chat;

import io.sluice.simulator.model.Answer;
import io.sluice.simulator.model.AnswerPiece;
import java.util.Optional;

/** A choice that thinks aloud before it says what another voice says. Mutable, one reader. */
final class ThinkingVoice implements Voice {
  private final Answer reasoning;
  private final Voice spoken;

  ThinkingVoice(Answer reasoning, Voice spoken) {
    this.reasoning = reasoning;
    this.spoken = spoken;
  }

  @Override
  public Optional<AnswerPart> next() {
    Optional<String> text = reasoning.next().map(AnswerPiece::text);
    return text.isPresent() ? text.map(AnswerPart.Thought::new) : spoken.next();
  }

  @Override
  public boolean callsTools() {
    return spoken.callsTools();
  }

  @Override
  public AnswerEnd end() {
    return spoken.end();
  }

  @Override
  public Optional<String> stopText() {
    return spoken.stopText();
  }

  @Override
  public int tokens() {
    return reasoning.tokens() + spoken.tokens();
  }

  @Override
  public int reasoningTokens() {
    return reasoning.tokens();
  }
}
