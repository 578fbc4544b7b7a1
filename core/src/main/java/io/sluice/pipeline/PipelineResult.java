package io.sluice.pipeline;

import io.sluice.chat.Completion;
import io.sluice.stream.Outcome;
import java.util.List;
import java.util.Objects;

/**
 * The end of a run: of its stream and of its sinks.
 *
 * @param outcome how the stream ended, with everything so far
 * @param sinkFailures what the sinks threw, in order
 */
public record PipelineResult(Outcome outcome, List<SinkFailure> sinkFailures) {

  /** Copies the list. */
  public PipelineResult {
    Objects.requireNonNull(outcome, "outcome");
    sinkFailures = List.copyOf(sinkFailures);
  }

  /** The answer, folded from the chunks that were delivered. */
  public Completion completion() {
    return outcome.completion();
  }
}
