package io.sluice.cli.compare;

import io.sluice.cli.archive.RunTokens;
import io.sluice.pipeline.PipelineResult;
import io.sluice.stream.Outcome;
import io.sluice.stream.Progress;
import io.sluice.tokens.TokenCount;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An answer that has ended, as one side of a comparison. Its times are told from the moment at
 * which the first of the requests was written: the time before that is spent in this process alone.
 *
 * @param asked what was asked
 * @param progress how far it was in the end, by a clock that all answers share
 * @param result how it ended
 * @param counting counts its tokens
 */
record ComparedAnswer(
    PreparedRequest asked, Progress progress, PipelineResult result, RunTokens counting) {
  String label() {
    return asked.variant().label();
  }

  Outcome outcome() {
    return result.outcome();
  }

  /** When the first of all these requests was written, since they were started together. */
  static Duration start(List<ComparedAnswer> all) {
    return all.stream()
        .flatMap(answer -> answer.progress.sent().stream())
        .min(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** From that start to the first token. */
  Optional<Duration> firstToken(Duration start) {
    return outcome().timing().firstToken().map(first -> first.plus(late(start)));
  }

  /** From that start to the end. */
  Duration total(Duration start) {
    return outcome()
        .timing()
        .total()
        .filter(since -> progress.sent().isPresent())
        .map(total -> total.plus(late(start)))
        .orElse(progress.elapsed().minus(start));
  }

  private Duration late(Duration start) {
    return progress.sent().map(sent -> sent.minus(start)).orElse(Duration.ZERO);
  }

  /** The tokens of all that was received, as Sluice counts them. */
  TokenCount tokens() {
    return counting.report(result.completion()).completion();
  }
}
