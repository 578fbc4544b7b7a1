package io.sluice.simulator.chat;

import io.sluice.simulator.json.JsonStrings;
import io.sluice.simulator.model.Answer;
import io.sluice.simulator.model.AnswerPiece;
import java.util.Optional;

/** A choice that thinks aloud before it says what another voice says. Mutable, one reader. */
final class ThinkingVoice implements Voice {
  private final int choice;
  private final Answer reasoning;
  private final Voice spoken;
  private final StringBuilder thought = new StringBuilder();

  ThinkingVoice(int choice, Answer reasoning, Voice spoken) {
    this.choice = choice;
    this.reasoning = reasoning;
    this.spoken = spoken;
  }

  @Override
  public String opening() {
    return spoken.opening();
  }

  @Override
  public Optional<String> next(AnswerJson json) {
    Optional<String> text = reasoning.next().map(AnswerPiece::text);
    if (text.isEmpty()) {
      return spoken.next(json);
    }
    thought.append(text.get());
    return Optional.of(json.reasoning(choice, text.get()));
  }

  @Override
  public String finishReason() {
    return spoken.finishReason();
  }

  @Override
  public String fields() {
    return "\"reasoning_content\":"
        + JsonStrings.quoted(thought.toString())
        + ","
        + spoken.fields();
  }

  @Override
  public String logprobs() {
    return spoken.logprobs();
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
