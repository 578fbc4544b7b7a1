package io.sluice.tokens;

/**
 * What one choice of an answer costs, by kind.
 *
 * @param choice the choice's index
 * @param text its visible text
 * @param reasoning what the model thought aloud; what it thought silently is not known
 * @param refusal its words when it declined
 * @param arguments the arguments of the tool calls it asked for
 */
public record ChoiceTokens(int choice, long text, long reasoning, long refusal, long arguments) {

  /** The tokens of all kinds together. */
  public long total() {
    return text + reasoning + refusal + arguments;
  }
}
