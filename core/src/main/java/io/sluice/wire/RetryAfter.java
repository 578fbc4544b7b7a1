package io.sluice.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The wait that a server asks for: {@code retry-after-ms}, otherwise {@code Retry-After} in seconds
 * or as a date (RFC 9110, section 10.2.3), otherwise, with status 429, the time until an exhausted
 * limit is reset.
 */
final class RetryAfter {

  private static final Duration LONGEST = Duration.ofDays(365);

  private RetryAfter() {}

  static Optional<Duration> of(HttpAnswer answer, Instant now) {
    return answer
        .header("retry-after-ms")
        .flatMap(value -> number(value, 1e-3))
        .or(() -> answer.header("retry-after").flatMap(value -> secondsOrDate(value, now)))
        .or(() -> answer.status() == 429 ? reset(answer, now) : Optional.empty());
  }

  private static Optional<Duration> secondsOrDate(String value, Instant now) {
    return number(value, 1).or(() -> date(value, now));
  }

  private static Optional<Duration> date(String value, Instant now) {
    try {
      Instant then =
          ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(bounded(Duration.between(now, then)));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  /** The longest of the resets of the limits that are exhausted, or may be. */
  private static Optional<Duration> reset(HttpAnswer answer, Instant now) {
    return RateLimitFields.read(answer, now).all().stream()
        .filter(limit -> limit.isExhausted() || limit.remaining().isEmpty())
        .flatMap(limit -> limit.reset().stream())
        .max(Duration::compareTo);
  }

  private static Optional<Duration> number(String value, double unit) {
    return Decimal.parse(value).map(seconds -> bounded(Decimal.seconds(seconds * unit)));
  }

  /** The wait within what can be waited for: none is negative or longer than a year. */
  static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
