package io.sluice.sinks.tokens;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a million tokens cost, in whatever money the user thinks in. Sluice knows no prices of its
 * own: they change.
 *
 * @param prompt a million tokens of the prompt
 * @param completion a million tokens of the answer
 */
public record Prices(BigDecimal prompt, BigDecimal completion) {

  private static final Pattern BOTH =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)/(\\d{1,9}(?:\\.\\d{1,9})?)");
  private static final int MILLION = 6;

  /** Refuses null. */
  public Prices {
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(completion, "completion");
  }

  /**
   * Prices as in {@code "0.15/0.60"}: of the prompt, and of the answer.
   *
   * @throws IllegalArgumentException in one line, if that is something else
   */
  public static Prices parse(String text) {
    Matcher prices = BOTH.matcher(text);
    if (!prices.matches()) {
      throw new IllegalArgumentException(
          "prices are '" + text + "'; give those of a million tokens, such as 0.15/0.60");
    }
    return new Prices(new BigDecimal(prices.group(1)), new BigDecimal(prices.group(2)));
  }

  /** What that many tokens cost. */
  BigDecimal of(long promptTokens, long completionTokens) {
    return prompt
        .multiply(BigDecimal.valueOf(promptTokens))
        .add(completion.multiply(BigDecimal.valueOf(completionTokens)))
        .movePointLeft(MILLION)
        .stripTrailingZeros();
  }
}
