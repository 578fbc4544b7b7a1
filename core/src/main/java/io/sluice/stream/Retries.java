package io.sluice.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a request is sent again. Only before the first chunk was handed over; the transport sees to
 * that.
 *
 * @param limit how often at most; 0 for never
 * @param shortest the delay before the first retry; doubled for each one after
 * @param longest the cap on that delay
 */
public record Retries(int limit, Duration shortest, Duration longest) {

  /**
   * A server that asks for more patience than this is taken at its word: the call fails at once.
   */
  public static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(60);

  private static final Retries DEFAULTS =
      new Retries(2, Duration.ofMillis(500), Duration.ofSeconds(8));

  /** Refuses a negative limit and delays that are not ordered. */
  public Retries {
    if (limit < 0) {
      throw new IllegalArgumentException("retries is " + limit + "; use 0 or more");
    }
    if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException(
          "retry delays must be ordered: " + shortest + ", " + longest);
    }
  }

  /** Two retries, half a second and more apart. */
  public static Retries defaults() {
    return DEFAULTS;
  }

  /** Never. */
  public static Retries none() {
    return DEFAULTS.limit(0);
  }

  /** The same delays, at most that often. */
  public Retries limit(int times) {
    return new Retries(times, shortest, longest);
  }

  /**
   * How long to wait before attempt {@code attempt}, or nothing if the failure is final.
   *
   * @param failure what became of the attempt before
   * @param attempt the number of the coming attempt, from 2
   * @param random the jitter
   */
  public Optional<Duration> delay(Failure failure, int attempt, RandomGenerator random) {
    if (attempt - 1 > limit || !retryable(failure)) {
      return Optional.empty();
    }
    if (failure instanceof Failure.Http http && http.retryAfter().isPresent()) {
      return http.retryAfter().filter(wait -> wait.compareTo(LONGEST_RETRY_AFTER) <= 0);
    }
    long doubled = shortest.toMillis() << Math.min(attempt - 2, 20);
    long full = Math.min(doubled, longest.toMillis());
    return Optional.of(Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1)));
  }

  private static boolean retryable(Failure failure) {
    if (failure instanceof Failure.Http http) {
      return retryable(http.status()) && !quotaSpent(http.code(), http.type());
    }
    if (failure instanceof Failure.Provider provider) {
      return provider.code().filter(Retries::retryableCode).isPresent()
          && !quotaSpent(provider.code(), provider.type());
    }
    return failure instanceof Failure.Connection
        || (failure instanceof Failure.TimedOut out && out.which() == Failure.Timer.CONNECT);
  }

  private static boolean retryable(int status) {
    return status == 408 || status == 409 || status == 429 || (status >= 500 && status <= 599);
  }

  private static boolean retryableCode(String code) {
    return code.equals("rate_limit_exceeded")
        || (code.length() == 3
            && code.chars().allMatch(c -> c >= '0' && c <= '9')
            && retryable(Integer.parseInt(code)));
  }

  private static boolean quotaSpent(Optional<String> code, Optional<String> type) {
    return code.filter("insufficient_quota"::equals).isPresent()
        || type.filter("insufficient_quota"::equals).isPresent();
  }
}
