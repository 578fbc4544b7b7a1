package io.sluice.simulator.chat;

import io.sluice.simulator.model.Answer;
import io.sluice.simulator.model.AnswerPiece;
import io.sluice.simulator.model.EndReason;
import io.sluice.simulator.model.Sampling;
import java.util.List;
import java.util.Optional;

/** A choice with text of the offline model. Mutable, one reader. */
final class TextVoice implements Voice {
  private final Answer answer;
  private final boolean scored;

  TextVoice(Answer answer, Sampling sampling) {
    this.answer = answer;
    this.scored = sampling.alternatives().isPresent();
  }

  @Override
  public Optional<AnswerPart> next() {
    return answer.next().map(this::said);
  }

  private AnswerPart said(AnswerPiece piece) {
    return new AnswerPart.Said(piece.text(), scored ? piece.tokens() : List.of());
  }

  @Override
  public boolean callsTools() {
    return false;
  }

  @Override
  public AnswerEnd end() {
    return answer.reason().equals(Optional.of(EndReason.LENGTH))
        ? AnswerEnd.LENGTH
        : AnswerEnd.STOP;
  }

  @Override
  public Optional<String> stopText() {
    return answer.stopText();
  }

  @Override
  public int tokens() {
    return answer.tokens();
  }

  @Override
  public int reasoningTokens() {
    return 0;
  }
}
