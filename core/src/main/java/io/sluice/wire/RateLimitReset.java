package io.sluice.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the time at which a limit is reset, in the forms that providers use: {@code 6m0s} or
 * {@code 20ms} (OpenAI, Groq), a number of seconds, or a time as seconds or milliseconds since 1970
 * (OpenRouter).
 */
final class RateLimitReset {

  private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h|d)");
  private static final Map<String, Double> SECONDS =
      Map.of("ms", 1e-3, "s", 1.0, "m", 60.0, "h", 3600.0, "d", 86_400.0);

  /** A larger number is a point in time and not a wait: 30 years in seconds. */
  private static final double MOMENT = 1e9;

  private static final double MOMENT_IN_MILLISECONDS = 1e12;

  private RateLimitReset() {}

  static Optional<Duration> parse(String value, Instant now) {
    return Decimal.parse(value)
        .map(number -> fromNumber(number, now))
        .or(() -> fromParts(value.strip()));
  }

  private static Duration fromNumber(double number, Instant now) {
    if (number < MOMENT) {
      return Decimal.seconds(number);
    }
    double seconds = number < MOMENT_IN_MILLISECONDS ? number : number / 1000;
    return Decimal.seconds(seconds - now.toEpochMilli() / 1000.0);
  }

  private static Optional<Duration> fromParts(String value) {
    Matcher parts = PART.matcher(value);
    double seconds = 0;
    int end = 0;
    while (end < value.length() && parts.find(end) && parts.start() == end) {
      seconds += Double.parseDouble(parts.group(1)) * SECONDS.getOrDefault(parts.group(2), 0.0);
      end = parts.end();
    }
    return end == value.length() && end > 0
        ? Optional.of(Decimal.seconds(seconds))
        : Optional.empty();
  }
}
