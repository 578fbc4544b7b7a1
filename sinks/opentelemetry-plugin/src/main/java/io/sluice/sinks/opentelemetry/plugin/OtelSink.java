package io.sluice.sinks.opentelemetry.plugin;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The sink of one run, which has the SDK made once the request is on its way: at the first call
 * after the opening, or when there has been none for a moment.
 */
final class OtelSink implements Sink {

  private static final Duration MOMENT = Duration.ofMillis(100);

  final ProcessTelemetry telemetry;
  private final Sink sink;
  private boolean begun;

  OtelSink(ProcessTelemetry telemetry) {
    this.telemetry = telemetry;
    this.sink = telemetry.sink();
  }

  /** The server can only be told of a span that exists, so then the SDK is made before. */
  @Override
  public void onOpen(StreamContext context) throws IOException {
    if (telemetry.propagates()) {
      begin();
    }
    sink.onOpen(context);
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    begin();
    sink.onRetry(retry);
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    begin();
    sink.onChunk(chunk);
  }

  @Override
  public Optional<Duration> idleInterval() {
    return telemetry.hasBegun() ? Optional.empty() : Optional.of(MOMENT);
  }

  @Override
  public void onIdle(Duration silence) {
    begin();
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    begin();
    sink.onEnd(outcome);
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }

  private void begin() {
    if (!begun) {
      begun = true;
      telemetry.begin();
    }
  }
}
