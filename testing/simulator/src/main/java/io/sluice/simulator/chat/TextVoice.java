package io.sluice.simulator.chat;

import io.sluice.simulator.json.JsonStrings;
import io.sluice.simulator.model.Answer;
import io.sluice.simulator.model.AnswerPiece;
import io.sluice.simulator.model.EndReason;
import io.sluice.simulator.model.LogprobsJson;
import io.sluice.simulator.model.Sampling;
import io.sluice.simulator.model.ScoredToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A choice with text of the offline model. Mutable, one reader. */
final class TextVoice implements Voice {
  private final int choice;
  private final Answer answer;
  private final boolean scored;
  private final StringBuilder said = new StringBuilder();
  private final List<ScoredToken> scores = new ArrayList<>();

  TextVoice(int choice, Answer answer, Sampling sampling) {
    this.choice = choice;
    this.answer = answer;
    this.scored = sampling.alternatives().isPresent();
  }

  @Override
  public String opening() {
    return "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}";
  }

  @Override
  public Optional<String> next(AnswerJson json) {
    Optional<AnswerPiece> piece = answer.next();
    piece.ifPresent(this::keep);
    return piece.map(
        next ->
            json.content(
                choice, next.text(), scored ? LogprobsJson.of(next.tokens()) : AnswerJson.NULL));
  }

  private void keep(AnswerPiece piece) {
    said.append(piece.text());
    if (scored) {
      scores.addAll(piece.tokens());
    }
  }

  @Override
  public String finishReason() {
    return answer.reason().orElse(EndReason.STOP).name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String fields() {
    return "\"content\":" + JsonStrings.quoted(said.toString()) + ",\"refusal\":null";
  }

  @Override
  public String logprobs() {
    return scored ? LogprobsJson.of(scores) : AnswerJson.NULL;
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
