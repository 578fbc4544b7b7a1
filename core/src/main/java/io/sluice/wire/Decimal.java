package io.sluice.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses numbers in header fields: digits, and at most one point between them. */
final class Decimal {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,64}(\\.\\d{1,64})?");

  private Decimal() {}

  static Optional<Double> parse(String value) {
    String text = value.strip();
    return NUMBER.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
  }

  static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
