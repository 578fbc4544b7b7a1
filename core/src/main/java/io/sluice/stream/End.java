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
   * Something said that it went wrong.
   *
   * @param failure what
   */
  record Failed(Failure failure) implements End {

    /** Refuses null. */
    public Failed {
      Objects.requireNonNull(failure, "failure");
    }
  }

  /**
   * A limit on waiting was reached.
   *
   * @param which the limit
   * @param limit how long it was
   */
  record Silent(Failure.Timer which, Duration limit) implements End {}

  /** The body came to its end as HTTP has it, without an end marker. */
  record Closed() implements End {}

  /**
   * The connection broke in the body.
   *
   * @param message one line
   */
  record Cut(String message) implements End {}

  /**
   * A record said how the stream once ended.
   *
   * @param status the judgement of that time
   * @param failure its reason
   */
  record Recorded(Status status, Optional<Failure> failure) implements End {}
}
