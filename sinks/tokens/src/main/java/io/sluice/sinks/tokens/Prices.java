package io.sluice.sinks.tokens;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The price of a million tokens, in any currency. Sluice ships no prices, because they change.
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
   * Parses prices such as {@code "0.15/0.60"}: of the prompt, and of the answer.
   *
   * @throws IllegalArgumentException with a one-line message, if the text has another form
   */
  public static Prices parse(String text) {
    Matcher prices = BOTH.matcher(text);
    if (!prices.matches()) {
      throw new IllegalArgumentException(
          "prices are '" + text + "'; give those of a million tokens, such as 0.15/0.60");
    }
    return new Prices(new BigDecimal(prices.group(1)), new BigDecimal(prices.group(2)));
  }

  /** The cost of that many tokens. */
  BigDecimal of(long promptTokens, long completionTokens) {
    return prompt
        .multiply(BigDecimal.valueOf(promptTokens))
        .add(completion.multiply(BigDecimal.valueOf(completionTokens)))
        .movePointLeft(MILLION)
        .stripTrailingZeros();
  }
}
