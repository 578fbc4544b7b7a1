package io.sluice.cli.run;

import io.sluice.cli.terminal.StandardOutput;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A console that the user named. It writes to the process's stdout by itself; when that fails,
 * {@link StandardOutput} is told, so that all know whose reader has gone away. Mutable; for one
 * run.
 */
final class NamedConsole implements Sink {
  private final Sink console;
  private final StandardOutput out;

  NamedConsole(Sink console, StandardOutput out) {
    this.console = console;
    this.out = out;
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    attempt(() -> console.onOpen(context));
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    attempt(() -> console.onRetry(retry));
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    attempt(() -> console.onChunk(chunk));
  }

  @Override
  public Optional<Duration> idleInterval() {
    return console.idleInterval();
  }

  @Override
  public void onIdle(Duration silence) throws IOException {
    attempt(() -> console.onIdle(silence));
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    attempt(() -> console.onEnd(outcome));
  }

  @Override
  public void close() throws IOException {
    attempt(console::close);
  }

  private void attempt(Step step) throws IOException {
    try {
      step.take();
    } catch (IOException refused) {
      out.learnFrom(refused);
      throw refused;
    }
  }

  @FunctionalInterface
  private interface Step {
    void take() throws IOException;
  }
}
