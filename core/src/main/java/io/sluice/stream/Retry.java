package io.sluice.stream;

import java.time.Duration;
import java.util.Objects;

/**
 * A request that is about to be sent again.
 *
 * @param attempt the number of the next attempt, from 2
 * @param delay the wait before it
 * @param cause the failure of the previous attempt
 */
public record Retry(int attempt, Duration delay, Failure cause) {

  /** Refuses null. */
  public Retry {
    Objects.requireNonNull(delay, "delay");
    Objects.requireNonNull(cause, "cause");
  }
}
