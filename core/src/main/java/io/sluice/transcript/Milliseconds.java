package io.sluice.transcript;

import io.sluice.chat.Json;
import java.math.BigDecimal;
import java.time.Duration;

/** Durations in the form of the format: milliseconds with at most three decimals. */
final class Milliseconds {

  private static final int MOST_DIGITS = 15;

  private Milliseconds() {}

  static Json write(Duration duration) {
    BigDecimal micros = BigDecimal.valueOf(duration.toNanos() / 1000);
    return Json.verbatim(micros.movePointLeft(3).stripTrailingZeros().toPlainString());
  }

  /**
   * Parses a duration.
   *
   * @throws IllegalArgumentException if the text is not one, negative, or longer than any run
   */
  static Duration read(String number) {
    BigDecimal millis = new BigDecimal(number);
    if (millis.signum() < 0 || millis.precision() - millis.scale() > MOST_DIGITS) {
      throw new IllegalArgumentException("has the duration " + number + " ms, which cannot be");
    }
    return Duration.ofNanos(millis.movePointRight(6).longValue());
  }
}
