package io.sluice.cli.compare;

import io.sluice.accumulate.ProgressAccumulator;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Passes an answer on to the sink that prints it, and first tells how far it is. Mutable; for one
 * run.
 */
final class ProgressSink implements Sink {
  private final ProgressAccumulator progress;
  private final Sink printing;

  ProgressSink(ProgressAccumulator progress, Sink printing) {
    this.progress = progress;
    this.printing = printing;
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    printing.onOpen(context);
  }

  @Override
  public void onRetry(Retry next) throws IOException {
    progress.retry(next);
    printing.onRetry(next);
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    progress.add(chunk);
    printing.onChunk(chunk);
  }

  @Override
  public Optional<Duration> idleInterval() {
    return printing.idleInterval();
  }

  @Override
  public void onIdle(Duration silence) throws IOException {
    printing.onIdle(silence);
  }

  @Override
  public void onEnd(Outcome end) throws IOException {
    progress.end(end);
    printing.onEnd(end);
  }

  /** The clock stops, also where there was no end because the run never began. */
  @Override
  public void close() throws IOException {
    progress.end();
    printing.close();
  }
}
