package io.sluice.sinks.tokens;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a run cost by the prices the user gave.
 *
 * @param amount in the money of the prices
 * @param ofReported whether it is that of the tokens the server reported, and not of those counted
 */
public record Cost(BigDecimal amount, boolean ofReported) {

  /** Refuses null. */
  public Cost {
    Objects.requireNonNull(amount, "amount");
  }

  /** Whose tokens they are. */
  String of() {
    return ofReported ? "reported" : "counted";
  }
}
