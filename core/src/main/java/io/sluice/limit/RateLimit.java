package io.sluice.limit;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One limit on the rate of a client, as its server stated it with an answer. Servers leave out
 * parts of it.
 *
 * @param limit how much is allowed in a period, whose length servers do not state
 * @param remaining how much of it is left
 * @param reset the time from the head of the answer until the limit is whole again, never negative
 */
public record RateLimit(OptionalLong limit, OptionalLong remaining, Optional<Duration> reset) {

  /** A limit of which nothing is known. */
  public static final RateLimit UNKNOWN =
      new RateLimit(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

  /**
   * Refuses null and negative values.
   *
   * @throws IllegalArgumentException in one line
   */
  public RateLimit {
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(remaining, "remaining");
    boolean negative =
        limit.orElse(0) < 0
            || remaining.orElse(0) < 0
            || Objects.requireNonNull(reset, "reset").filter(Duration::isNegative).isPresent();
    if (negative) {
      throw new IllegalArgumentException(
          "a rate limit has a negative part; use zero or more, or leave it out");
    }
  }

  /** Whether the server said that nothing is left. */
  public boolean isExhausted() {
    return remaining.isPresent() && remaining.getAsLong() == 0;
  }
}
