package io.sluice.stream;

import io.sluice.chat.Completion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a stream ended, with everything that came until then.
 *
 * @param status the judgement
 * @param completion the fold of exactly the chunks that were delivered
 * @param chunks how many that were: JSON objects, an error object included, end markers not
 * @param timing when what happened
 * @param irregularities what was forgiven, by kind
 * @param failure why the answer is not whole; absent when COMPLETED or STOPPED
 */
public record Outcome(
    Status status,
    Completion completion,
    long chunks,
    Timing timing,
    List<Irregularity> irregularities,
    Optional<Failure> failure) {

  /** Copies the list. */
  public Outcome {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(completion, "completion");
    Objects.requireNonNull(timing, "timing");
    irregularities = List.copyOf(irregularities);
    Objects.requireNonNull(failure, "failure");
  }

  /**
   * Whether anything happened that is worth keeping: a request was sent, or chunks of a record were
   * delivered. If not, no server was asked and nothing was paid for.
   */
  public boolean wasSent() {
    return chunks > 0 || timing.attempts() > 0;
  }

  /** The same chunks, judged as failed for that reason. */
  public Outcome failed(Failure reason) {
    return new Outcome(
        Status.FAILED, completion, chunks, timing, irregularities, Optional.of(reason));
  }
}
