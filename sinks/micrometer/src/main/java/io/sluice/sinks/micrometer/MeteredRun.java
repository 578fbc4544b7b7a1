package io.sluice.sinks.micrometer;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Tags;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.telemetry.FailureWord;
import io.sluice.telemetry.OrderedSteps;
import io.sluice.telemetry.RunStart;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One run that has begun. For one thread at a time. */
final class MeteredRun {

  private final RunStart start;
  private final OrderedSteps<Begun> steps;

  MeteredRun(CompletableFuture<RunMeters> meters, RunStart start) {
    this.start = start;
    this.steps = new OrderedSteps<>(meters.thenApply(known -> Begun.of(known, start)));
  }

  void retried(Retry retry) {
    steps.then(run -> run.meters().retried(run.tags(), FailureWord.of(retry.cause())));
  }

  void ended(Outcome outcome) {
    Duration took = Duration.between(start.started(), Instant.now());
    steps.then(run -> run.meters().ended(run.tags(), outcome, took, start.form()));
  }

  /** The run is under way no longer, also if it never told its end. */
  void close() {
    steps.then(run -> run.active().stop());
  }

  /**
   * A run that the meters know.
   *
   * @param meters the meters
   * @param tags the tags of all of them
   * @param active its time under way
   */
  private record Begun(RunMeters meters, Tags tags, LongTaskTimer.Sample active) {

    static Begun of(RunMeters meters, RunStart start) {
      Tags tags = meters.tags(start.facts());
      return new Begun(meters, tags, meters.began(tags));
    }
  }
}
