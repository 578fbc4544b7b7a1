package io.sluice.tokens.prompt;

import io.sluice.tokens.TokenCount;
import java.util.List;
import java.util.Objects;

/**
 * What a prompt costs.
 *
 * @param counted how many tokens, and how far that is to be trusted
 * @param rule the name of the rule: that of the formula, of the API unless it is the chat API, and
 *     of each construct, such as {@code gpt-5+responses+tools}
 * @param parts the tokens of each message, tool, schema and picture, and of what is around them;
 *     together they are the count
 * @param withoutRule the constructs that no rule covers, which make the count an estimate
 */
public record PromptCount(
    TokenCount counted, String rule, List<PromptPart> parts, List<String> withoutRule) {

  /** Copies the lists. */
  public PromptCount {
    Objects.requireNonNull(counted, "counted");
    Objects.requireNonNull(rule, "rule");
    parts = List.copyOf(parts);
    withoutRule = List.copyOf(withoutRule);
  }
}
