package io.sluice.simulator.chat;

import io.sluice.simulator.json.JsonStrings;
import io.sluice.simulator.model.Answer;
import io.sluice.simulator.model.EndReason;
import java.util.Locale;
import java.util.Optional;

/** A choice with text of the offline model. Mutable, one reader. */
final class TextVoice implements Voice {
  private final int choice;
  private final Answer answer;
  private final StringBuilder said = new StringBuilder();

  TextVoice(int choice, Answer answer) {
    this.choice = choice;
    this.answer = answer;
  }

  @Override
  public Optional<String> next(AnswerJson json) {
    Optional<String> piece = answer.next();
    piece.ifPresent(said::append);
    return piece.map(text -> json.content(choice, text));
  }

  @Override
  public String finishReason() {
    return answer.reason().orElse(EndReason.STOP).name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String message() {
    return "{\"role\":\"assistant\",\"content\":"
        + JsonStrings.quoted(said.toString())
        + ",\"refusal\":null}";
  }

  @Override
  public int tokens() {
    return answer.tokens();
  }
}
