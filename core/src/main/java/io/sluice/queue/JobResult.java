package io.sluice.queue;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of a job.
 *
 * @param id the id of the request, from its text or else {@link Job#id}
 * @param line the result as a line of the output of a batch, without a line feed
 * @param error why there is no whole answer and none is to be expected, in one line; empty if there
 *     is one. A queue with a place for dead letters puts the job there, too.
 */
public record JobResult(String id, String line, Optional<String> error) {

  /** Refuses null. */
  public JobResult {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(error, "error");
  }
}
