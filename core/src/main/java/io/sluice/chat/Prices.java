package io.sluice.chat;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The prices of a million tokens of a model, in any currency. Sluice ships no prices, because they
 * change. Immutable; methods that set something return a copy.
 */
public final class Prices {

  private static final String NUMBER = "\\d{1,9}(?:\\.\\d{1,9})?";
  private static final Pattern ONE = Pattern.compile(NUMBER);
  private static final Pattern BOTH = Pattern.compile("(" + NUMBER + ")/(" + NUMBER + ")");
  private static final int MILLION = 6;

  private final BigDecimal prompt;
  private final Optional<BigDecimal> cached;
  private final BigDecimal completion;
  private final Optional<String> currency;

  private Prices(
      BigDecimal prompt,
      Optional<BigDecimal> cached,
      BigDecimal completion,
      Optional<String> currency) {
    this.prompt = prompt;
    this.cached = cached;
    this.completion = completion;
    this.currency = currency;
  }

  /** Prices of a million tokens of the prompt and of the answer, in an unnamed currency. */
  public static Prices of(BigDecimal prompt, BigDecimal completion) {
    return new Prices(
        Objects.requireNonNull(prompt, "prompt"),
        Optional.empty(),
        Objects.requireNonNull(completion, "completion"),
        Optional.empty());
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
    return of(new BigDecimal(prices.group(1)), new BigDecimal(prices.group(2)));
  }

  /**
   * Parses one price, such as {@code "0.15"}; it has at most nine digits on each side of its point.
   *
   * @throws IllegalArgumentException with a one-line message, if the text has another form
   */
  public static BigDecimal price(String text) {
    if (!ONE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a price is '" + text + "'; give that of a million tokens, such as 0.15");
    }
    return new BigDecimal(text);
  }

  /** A copy with a price of its own for tokens of the prompt that the server had in its cache. */
  public Prices cached(BigDecimal price) {
    return new Prices(prompt, Optional.of(price), completion, currency);
  }

  /** A copy with the name of the currency, such as {@code "USD"}. */
  public Prices in(String name) {
    return new Prices(prompt, cached, completion, Optional.of(name));
  }

  /** The price of a million tokens of the prompt. */
  public BigDecimal prompt() {
    return prompt;
  }

  /** The price of a million tokens of the prompt from the cache; the usual one if none is set. */
  public BigDecimal cached() {
    return cached.orElse(prompt);
  }

  /** The price of a million tokens of the answer. */
  public BigDecimal completion() {
    return completion;
  }

  /** The name of the currency, if it is known. */
  public Optional<String> currency() {
    return currency;
  }

  /** The cost of that many tokens, none of which came from a cache. */
  public BigDecimal cost(long promptTokens, long completionTokens) {
    return cost(promptTokens, 0, completionTokens);
  }

  /**
   * The cost of that many tokens.
   *
   * @param promptTokens all tokens of the prompt
   * @param cachedTokens those of them that came from a cache, at most all
   */
  public BigDecimal cost(long promptTokens, long cachedTokens, long completionTokens) {
    long stored = Math.max(0, Math.min(cachedTokens, promptTokens));
    return prompt
        .multiply(BigDecimal.valueOf(promptTokens - stored))
        .add(cached().multiply(BigDecimal.valueOf(stored)))
        .add(completion.multiply(BigDecimal.valueOf(completionTokens)))
        .movePointLeft(MILLION)
        .stripTrailingZeros();
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Prices other
        && prompt.equals(other.prompt)
        && cached.equals(other.cached)
        && completion.equals(other.completion)
        && currency.equals(other.currency);
  }

  @Override
  public int hashCode() {
    return Objects.hash(prompt, cached, completion, currency);
  }

  /** The prices as {@link #parse} takes them, and the currency. */
  @Override
  public String toString() {
    String both = prompt.toPlainString() + "/" + completion.toPlainString();
    return currency.map(name -> both + " " + name).orElse(both);
  }
}
