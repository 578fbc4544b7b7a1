package io.sluice.tokens;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the servers of a family of models put a prompt together, each named after the models it was
 * found with: by comparing counts with what OpenAI's servers reported. A minor version may add
 * formulas, so a switch over them needs a default.
 */
public enum PromptFormula {
  /** GPT-3.5, 4 and 4.5. */
  CHAT("chat", 3),
  /** GPT-4o and 4.1, which wrap messages as those do, but whose tools are known better. */
  GPT_4O("gpt-4o", 3),
  /** o3-mini. */
  O3_MINI("o3-mini", 2),
  /** GPT-5, where earlier answers, calls and results cost more. */
  GPT_5("gpt-5", 2),
  /** GPT-5.4 and 5.6, which differ from GPT-5 in the results of calls. */
  GPT_5_4("gpt-5.4", 2);

  private final String word;
  private final int priming;

  PromptFormula(String word, int priming) {
    this.word = word;
    this.priming = priming;
  }

  /** The formula of that name, such as {@code "chat"}. */
  public static Optional<PromptFormula> named(String name) {
    return Arrays.stream(values()).filter(formula -> formula.word.equals(name)).findFirst();
  }

  /** The name of the formula in machine-readable output, such as {@code "chat"}. */
  public String word() {
    return word;
  }

  /** The tokens it costs to begin the answer, in a request without tools. */
  public int priming() {
    return priming;
  }

  /** Whether this is one of the formulas of GPT-5. */
  public boolean isGpt5() {
    return this == GPT_5 || this == GPT_5_4;
  }
}
