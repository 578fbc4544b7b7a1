package io.sluice.tokens;

import java.util.Objects;

/**
 * What a prompt costs.
 *
 * @param counted how many tokens, and how far that is to be trusted
 * @param formula how the messages were taken to be wrapped
 */
public record PromptCount(TokenCount counted, PromptFormula formula) {

  /** Refuses null. */
  public PromptCount {
    Objects.requireNonNull(counted, "counted");
    Objects.requireNonNull(formula, "formula");
  }
}
