package io.sluice.stream;

import java.util.Objects;

/**
 * Thrown when a stream ended in any way but COMPLETED. {@link #outcome()} has the answer so far.
 */
public final class StreamException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;

  /** Wraps an outcome that is not COMPLETED. */
  public StreamException(Outcome outcome) {
    super(describe(outcome));
    this.outcome = outcome;
  }

  /** The outcome of the stream, with everything received until then. */
  public Outcome outcome() {
    return Objects.requireNonNull(outcome, "the outcome does not survive serialization");
  }

  private static String describe(Outcome outcome) {
    String after = " after " + outcome.chunks() + (outcome.chunks() == 1 ? " chunk" : " chunks");
    return outcome.status().word()
        + after
        + outcome.failure().map(failure -> ": " + failure.message()).orElse("");
  }
}
