package io.sluice.batch;

import io.sluice.limit.RateLimit;
import io.sluice.limit.RateLimits;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** When a row that failed is asked once more. */
final class Retrying {

  private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(500);
  private static final int MOST_DOUBLINGS = 6;

  private final int limit;

  Retrying(int limit) {
    this.limit = limit;
  }

  /** The delay in nanoseconds before the next attempt; empty if there is to be none. */
  Optional<Long> delay(int attempts, Outcome outcome) {
    if (attempts > limit) {
      return Optional.empty();
    }
    RandomGenerator random = ThreadLocalRandom.current();
    long full = SHORTEST << Math.min(attempts - 1, MOST_DOUBLINGS);
    long backOff = full / 2 + random.nextLong(full / 2 + 1);
    return Optional.of(Math.max(backOff, asked(outcome).map(Duration::toNanos).orElse(0L)));
  }

  /** How long the server asks to wait: what it says, or until a limit of it is whole again. */
  static Optional<Duration> asked(Outcome outcome) {
    Optional<Duration> said =
        outcome.failure().orElse(null) instanceof Failure.Http http
            ? http.retryAfter()
            : Optional.empty();
    return said.or(() -> outcome.head().flatMap(ResponseHead::limits).flatMap(Retrying::reset));
  }

  private static Optional<Duration> reset(RateLimits limits) {
    return limits.all().stream()
        .filter(RateLimit::isExhausted)
        .map(RateLimit::reset)
        .flatMap(Optional::stream)
        .max(Duration::compareTo);
  }
}
