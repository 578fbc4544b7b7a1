package io.sluice.sinks.tokens;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The cost of a run by the user's prices.
 *
 * @param amount in the currency of the prices
 * @param ofReported whether it is based on the tokens that the server reported, not on the counted
 *     ones
 */
public record Cost(BigDecimal amount, boolean ofReported) {

  /** Refuses null. */
  public Cost {
    Objects.requireNonNull(amount, "amount");
  }

  /** The source of the token counts: {@code reported} or {@code counted}. */
  String of() {
    return ofReported ? "reported" : "counted";
  }
}
