package io.sluice.cli.serve;

import io.sluice.cli.terminal.Notices;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A sink whose failure is said on stderr, with the run that it belongs to. For one run. */
final class ReportedSink implements Sink {
  private final String name;
  private final Sink sink;
  private final Notices notices;
  private String run = "a run that did not begin";

  /**
   * Creates the sink.
   *
   * @param name what a person calls it
   */
  ReportedSink(String name, Sink sink, Notices notices) {
    this.name = name;
    this.sink = sink;
    this.notices = notices;
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    run = "run " + context.id();
    attempt(() -> sink.onOpen(context));
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    attempt(() -> sink.onRetry(retry));
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    attempt(() -> sink.onChunk(chunk));
  }

  @Override
  public Optional<Duration> idleInterval() {
    return sink.idleInterval();
  }

  @Override
  public void onIdle(Duration silence) throws IOException {
    attempt(() -> sink.onIdle(silence));
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    attempt(() -> sink.onEnd(outcome));
  }

  @Override
  public void close() throws IOException {
    attempt(sink::close);
  }

  private void attempt(Step step) throws IOException {
    try {
      step.take();
    } catch (IOException | RuntimeException failed) {
      String reason = failed.getMessage() == null ? failed.toString() : failed.getMessage();
      notices.about(run).error("sink '" + name + "': " + reason);
      throw failed;
    }
  }

  @FunctionalInterface
  private interface Step {
    void take() throws IOException;
  }
}
