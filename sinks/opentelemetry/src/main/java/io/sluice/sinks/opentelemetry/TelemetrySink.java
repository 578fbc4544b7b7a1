package io.sluice.sinks.opentelemetry;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.sinks.opentelemetry.GenAiTelemetry.Extra;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.telemetry.RunStart;
import java.time.Duration;
import java.util.Optional;

/** Reports the run of a pipeline. */
final class TelemetrySink implements Sink {

  /** How long a run waits for a target that is being made, to tell the server of the span. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final GenAiTelemetry telemetry;
  private final boolean timesChunks;
  private Optional<RunReport> report = Optional.empty();
  private Duration last = Duration.ZERO;

  TelemetrySink(GenAiTelemetry telemetry) {
    this.telemetry = telemetry;
    this.timesChunks = telemetry.extras.contains(Extra.CHUNK_TIMES);
  }

  @Override
  public void onOpen(StreamContext run) {
    var begun = new RunReport(telemetry, RunStart.of(run));
    begun.headers(PATIENCE).forEach(field -> run.header(field.name(), field.value()));
    report = Optional.of(begun);
  }

  @Override
  public void onRetry(Retry retry) {
    report.ifPresent(run -> run.retried(retry));
  }

  /** Does nothing unless the times between chunks are asked for: the outcome has the rest. */
  @Override
  public void onChunk(Chunk chunk) {
    if (timesChunks && report.isPresent()) {
      if (!last.isZero()) {
        report.get().chunk(EndedRun.seconds(chunk.at().minus(last)));
      }
      last = chunk.at();
    }
  }

  @Override
  public void onEnd(Outcome outcome) {
    report.ifPresent(run -> run.ended(outcome));
  }

  @Override
  public void close() {
    report.ifPresent(RunReport::close);
    report = Optional.empty();
  }
}
