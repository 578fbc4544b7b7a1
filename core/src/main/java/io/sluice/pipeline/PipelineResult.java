package io.sluice.pipeline;

import io.sluice.chat.Completion;
import io.sluice.stream.Outcome;
import java.util.List;
import java.util.Objects;

/**
 * How a run ended.
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

  /** The folded answer. */
  public Completion completion() {
    return outcome.completion();
  }
}
