package io.sluice.sinks.tokens;

import io.sluice.chat.Json;
import io.sluice.json.JsonWriter;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * The cost of a run by the user's prices.
 *
 * @param amount in the currency of the prices
 * @param currency the name of the currency, if the prices have one
 * @param ofReported whether it is based on the tokens that the server reported, not on the counted
 *     ones
 */
public record Cost(BigDecimal amount, Optional<String> currency, boolean ofReported) {

  /** Refuses null. */
  public Cost {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
  }

  /** The amount with its currency, such as {@code 0.00012 USD}. */
  public String text() {
    return text(amount, currency);
  }

  /** An amount with its currency, such as {@code 0.00012 USD}. */
  public static String text(BigDecimal amount, Optional<String> currency) {
    String plain = amount.toPlainString();
    return currency.map(name -> plain + " " + name).orElse(plain);
  }

  /** The cost as a JSON object: {@code amount}, {@code currency} if it is known, and {@code of}. */
  public Json json() {
    return JsonWriter.json(
        json ->
            json.field("amount", Json.verbatim(amount.toPlainString()))
                .field("currency", currency)
                .field("of", of()));
  }

  /** The source of the token counts: {@code reported} or {@code counted}. */
  public String of() {
    return ofReported ? "reported" : "counted";
  }
}
