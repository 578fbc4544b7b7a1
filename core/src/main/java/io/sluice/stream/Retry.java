package io.sluice.stream;

import java.time.Duration;
import java.util.Objects;

/**
 * A request that is about to be sent again.
 *
 * @param attempt the number of the coming attempt, from 2
 * @param delay how long is waited before it
 * @param cause what became of the attempt before
 */
public record Retry(int attempt, Duration delay, Failure cause) {

  /** Refuses null. */
  public Retry {
    Objects.requireNonNull(delay, "delay");
    Objects.requireNonNull(cause, "cause");
  }
}
