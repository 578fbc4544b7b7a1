package io.sluice.sinks.micrometer;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.telemetry.RunStart;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reports the run of a pipeline. */
final class MeterSink implements Sink {

  private final CompletableFuture<RunMeters> meters;
  private Optional<MeteredRun> begun = Optional.empty();

  MeterSink(CompletableFuture<RunMeters> meters) {
    this.meters = meters;
  }

  @Override
  public void onOpen(StreamContext run) {
    begun = Optional.of(new MeteredRun(meters, RunStart.of(run)));
  }

  @Override
  public void onRetry(Retry retry) {
    begun.ifPresent(run -> run.retried(retry));
  }

  /** Does nothing: the outcome holds all figures. */
  @Override
  public void onChunk(Chunk chunk) {}

  @Override
  public void onEnd(Outcome outcome) {
    begun.ifPresent(run -> run.ended(outcome));
  }

  @Override
  public void close() {
    begun.ifPresent(MeteredRun::close);
    begun = Optional.empty();
  }
}
