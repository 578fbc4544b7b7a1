package io.sluice.stream;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a source has nothing more. What that makes of the stream is judged when it is delivered. A
 * minor version may add cases, so a switch over them needs a default.
 */
public sealed interface End {

  /** The server sent its end marker. */
  record Done() implements End {}

  /**
   * A failure was reported.
   *
   * @param failure the failure
   */
  record Failed(Failure failure) implements End {

    /** Refuses null. */
    public Failed {
      Objects.requireNonNull(failure, "failure");
    }
  }

  /**
   * A timeout was reached.
   *
   * @param which the timeout
   * @param limit its length
   */
  record Silent(Failure.Timer which, Duration limit) implements End {}

  /** The body ended correctly by the rules of HTTP, without an end marker. */
  record Closed() implements End {}

  /** The body ended correctly by the rules of HTTP, in a format in which only that is an end. */
  record Exhausted() implements End {}

  /**
   * The body broke off in a format in which only the end of the body ends an answer, so that no
   * choice is complete, whether it has finished or not.
   *
   * @param cause how it broke off: {@link Cut} or {@link Silent}
   */
  record Premature(End cause) implements End {

    /** Refuses null. */
    public Premature {
      Objects.requireNonNull(cause, "cause");
    }
  }

  /**
   * The connection broke in the body.
   *
   * @param message one line
   */
  record Cut(String message) implements End {}

  /**
   * The end of a stream in a record.
   *
   * @param status the status in the record
   * @param failure its reason
   */
  record Recorded(Status status, Optional<Failure> failure) implements End {}
}
