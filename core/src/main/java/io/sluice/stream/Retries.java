package io.sluice.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a request is sent again: after a failure of a transient {@link FailureCategory}, as long as
 * no part of the answer was received; the transport checks the latter.
 *
 * @param limit the maximum number of retries; 0 for none
 * @param shortest the delay before the first retry; doubled for each one after
 * @param longest the cap on that delay
 */
public record Retries(int limit, Duration shortest, Duration longest) {

  /** If a server asks for a longer wait than this, the call fails at once. */
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

  /** Two retries, the first after half a second or more. */
  public static Retries defaults() {
    return DEFAULTS;
  }

  /** No retries. */
  public static Retries none() {
    return DEFAULTS.limit(0);
  }

  /** A copy with that maximum number of retries. */
  public Retries limit(int times) {
    return new Retries(times, shortest, longest);
  }

  /**
   * The delay before attempt {@code attempt}; empty if the failure is final. If a server asks for a
   * wait, the delay is that wait and up to a quarter more, so that callers who were refused
   * together do not return together; it is never shorter than without the server's wait.
   *
   * @param failure the failure of the previous attempt
   * @param attempt the number of the next attempt, from 2
   * @param random the source of the jitter
   */
  public Optional<Duration> delay(Failure failure, int attempt, RandomGenerator random) {
    if (attempt - 1 > limit || !failure.category().isTransient()) {
      return Optional.empty();
    }
    Duration backOff = backOff(attempt, random);
    Optional<Duration> asked =
        failure instanceof Failure.Http http ? http.retryAfter() : Optional.empty();
    if (asked.isEmpty()) {
      return Optional.of(backOff);
    }
    return asked
        .filter(wait -> wait.compareTo(LONGEST_RETRY_AFTER) <= 0)
        .map(wait -> longer(backOff, wait.plus(jitter(wait, random))));
  }

  private Duration backOff(int attempt, RandomGenerator random) {
    long doubled = shortest.toMillis() << Math.min(attempt - 2, 20);
    long full = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
  }

  private Duration jitter(Duration wait, RandomGenerator random) {
    long most = Math.max(wait.toMillis() / 4, shortest.toMillis());
    return Duration.ofMillis(random.nextLong(most + 1));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
