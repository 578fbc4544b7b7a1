package io.sluice.sinks.micrometer.plugin;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;

/** The sink of one run, which has the endpoint opened. */
final class MicrometerSink implements Sink {

  private final ProcessMeters meters;
  private final Sink sink;

  MicrometerSink(ProcessMeters meters) {
    this.meters = meters;
    this.sink = meters.sink();
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    meters.begin();
    sink.onOpen(context);
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    sink.onRetry(retry);
  }

  @Override
  public void onChunk(Chunk chunk) {}

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    sink.onEnd(outcome);
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}
