package io.sluice.plugin;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkOptions;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A sink that was given secrets, none of which is in what it throws. */
final class DiscreetSink implements Sink {

  private final Sink sink;
  private final SinkOptions options;

  private DiscreetSink(Sink sink, SinkOptions options) {
    this.sink = sink;
    this.options = options;
  }

  /** The sink that is made; as it is, if these options hold no secret. */
  static Sink made(SinkOptions options, Discretion.Making<Sink> making) throws IOException {
    if (!options.hasSecrets()) {
      return making.make();
    }
    return new DiscreetSink(Discretion.make(options, making), options);
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    Discretion.call(options, () -> sink.onOpen(context));
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    Discretion.call(options, () -> sink.onRetry(retry));
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    Discretion.call(options, () -> sink.onChunk(chunk));
  }

  @Override
  public Optional<Duration> idleInterval() {
    return sink.idleInterval();
  }

  @Override
  public void onIdle(Duration silence) throws IOException {
    Discretion.call(options, () -> sink.onIdle(silence));
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    Discretion.call(options, () -> sink.onEnd(outcome));
  }

  @Override
  public void close() throws IOException {
    Discretion.call(options, sink::close);
  }
}
