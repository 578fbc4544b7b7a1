package io.sluice.tokens;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a server wraps the messages of a prompt, each named after the models it was found with: by
 * comparing counts with what OpenAI's servers reported. A message costs three tokens, its role and
 * its content, and a name one more than itself.
 */
public enum PromptFormula {
  /** GPT-3.5, 4, 4o, 4.1 and 4.5. */
  CHAT("chat", 3, 0),
  /** o3-mini. */
  O3_MINI("o3-mini", 2, 0),
  /** GPT-5, where an earlier answer costs more than what others said. */
  GPT_5("gpt-5", 2, 2);

  static final int MESSAGE = 3;
  static final int NAME = 1;

  private final String word;
  private final int priming;
  private final int answer;

  PromptFormula(String word, int priming, int answer) {
    this.word = word;
    this.priming = priming;
    this.answer = answer;
  }

  /** The formula of that name, such as {@code "chat"}. */
  public static Optional<PromptFormula> named(String name) {
    return Arrays.stream(values()).filter(formula -> formula.word.equals(name)).findFirst();
  }

  /** Its name in machine-readable output. */
  public String word() {
    return word;
  }

  /** What it costs to begin the answer. */
  int priming() {
    return priming;
  }

  /** What an earlier answer costs beyond other messages. */
  int answer() {
    return answer;
  }
}
