package io.sluice.sinks.micrometer;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Tags;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.telemetry.FailureWord;
import io.sluice.telemetry.RunFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reports one run. */
final class MeterSink implements Sink {

  private final RunMeters meters;
  private Optional<Begun> begun = Optional.empty();

  MeterSink(RunMeters meters) {
    this.meters = meters;
  }

  @Override
  public void onOpen(StreamContext run) {
    Tags tags = meters.tags(RunFacts.of(run));
    begun = Optional.of(new Begun(run, tags, meters.began(tags)));
  }

  @Override
  public void onRetry(Retry retry) {
    begun.ifPresent(run -> meters.retried(run.tags(), FailureWord.of(retry.cause())));
  }

  /** Does nothing: the outcome holds all figures. */
  @Override
  public void onChunk(Chunk chunk) {}

  @Override
  public void onEnd(Outcome outcome) {
    begun.ifPresent(
        run ->
            meters.ended(
                run.tags(),
                outcome,
                Duration.between(run.context().started(), Instant.now()),
                run.context().form()));
  }

  /** The run is under way no longer, also if it never told its end. */
  @Override
  public void close() {
    begun.ifPresent(run -> run.active().stop());
    begun = Optional.empty();
  }

  /** The run, once it has begun. */
  private record Begun(StreamContext context, Tags tags, LongTaskTimer.Sample active) {}
}
