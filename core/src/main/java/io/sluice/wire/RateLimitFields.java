package io.sluice.wire;

import io.sluice.limit.RateLimit;
import io.sluice.limit.RateLimits;
import io.sluice.limit.RateLimits.Unit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads rate limits in the header fields of an answer: {@code x-ratelimit-remaining-requests} as
 * OpenAI, Azure and Groq write them, {@code x-ratelimit-remaining} for requests (OpenRouter), and
 * {@code anthropic-ratelimit-requests-remaining}. Never throws; what cannot be read counts as not
 * stated.
 *
 * <p>A reset is {@code 6m0s} or {@code 20ms} (OpenAI, Groq), a number of seconds, a time as seconds
 * or milliseconds since 1970 (OpenRouter), or a time as RFC 3339 has it (Anthropic).
 */
final class RateLimitFields {

  private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h|d)");
  private static final Map<String, Double> SECONDS =
      Map.of("ms", 1e-3, "s", 1.0, "m", 60.0, "h", 3600.0, "d", 86_400.0);

  /** A larger number is a point in time and not a wait: 30 years in seconds. */
  private static final double MOMENT = 1e9;

  private static final double MOMENT_IN_MILLISECONDS = 1e12;

  private final HttpAnswer answer;
  private final Instant now;

  private RateLimitFields(HttpAnswer answer, Instant now) {
    this.answer = answer;
    this.now = now;
  }

  /** The limits that the answer, which came now, states. */
  static RateLimits read(HttpAnswer answer, Instant now) {
    var fields = new RateLimitFields(answer, now);
    RateLimits.Builder limits = RateLimits.builder();
    for (Unit unit : Unit.values()) {
      limits.limit(unit, fields.limit(unit));
    }
    return limits.build();
  }

  /** The names of one API are read together, so that no limit is made of the fields of two. */
  private RateLimit limit(Unit unit) {
    String name = unit.word().replace('_', '-');
    return stated(part -> "anthropic-ratelimit-" + name + "-" + part)
        .or(() -> stated(part -> "x-ratelimit-" + part + "-" + name))
        .or(() -> unit == Unit.REQUESTS ? stated(part -> "x-ratelimit-" + part) : Optional.empty())
        .orElse(RateLimit.UNKNOWN);
  }

  private Optional<RateLimit> stated(UnaryOperator<String> nameOfPart) {
    var limit =
        new RateLimit(
            whole(nameOfPart.apply("limit")),
            whole(nameOfPart.apply("remaining")),
            answer.header(nameOfPart.apply("reset")).flatMap(this::reset));
    return Optional.of(limit).filter(any -> !any.equals(RateLimit.UNKNOWN));
  }

  private OptionalLong whole(String name) {
    return answer
        .header(name)
        .flatMap(Decimal::parse)
        .map(number -> OptionalLong.of(number.longValue()))
        .orElse(OptionalLong.empty());
  }

  private Optional<Duration> reset(String value) {
    return Decimal.parse(value)
        .map(this::fromNumber)
        .or(() -> fromParts(value.strip()))
        .or(() -> fromMoment(value.strip()))
        .map(RetryAfter::bounded);
  }

  private Duration fromNumber(double number) {
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

  private Optional<Duration> fromMoment(String value) {
    try {
      Instant then = OffsetDateTime.parse(value.toUpperCase(Locale.ROOT)).toInstant();
      return Optional.of(Duration.between(now, then));
    } catch (DateTimeException noMoment) {
      return Optional.empty();
    }
  }
}
