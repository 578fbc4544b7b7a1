package io.sluice.pipeline;

import io.sluice.pipeline.SinkFailure.Phase;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Calls its sink on the thread it is called on. */
final class DirectLane implements Lane {

  private final String name;
  private final Sink sink;
  private final Consumer<SinkFailure> failures;
  private final Silence silence;
  private boolean closed;
  // Read by the run while a buffer's thread may be retiring the sink.
  private volatile boolean live;

  DirectLane(String name, Sink sink, Consumer<SinkFailure> failures, Silence silence) {
    this.name = name;
    this.sink = sink;
    this.failures = failures;
    this.silence = silence;
  }

  String name() {
    return name;
  }

  @Override
  public boolean live() {
    return live;
  }

  @Override
  public void open(StreamContext context) {
    live = true;
    guarded(
        Phase.OPEN,
        () -> {
          sink.onOpen(context);
          silence.begin(sink.idleInterval());
        });
  }

  @Override
  public void retry(Retry retry) {
    if (live) {
      guarded(Phase.RETRY, () -> sink.onRetry(retry));
      silence.called();
    }
  }

  @Override
  public void chunk(Chunk chunk) {
    if (live) {
      // Guarded like the rest, without the call object: this one is made for every chunk.
      try {
        sink.onChunk(chunk);
      } catch (Throwable thrown) {
        retire(Phase.CHUNK, thrown);
      }
      silence.called();
    }
  }

  @Override
  public void idle(Duration since) {
    if (live && silence.isDue()) {
      guarded(Phase.IDLE, () -> sink.onIdle(silence.length()));
      silence.told();
    }
  }

  @Override
  public void drain() {}

  @Override
  public void end(Outcome outcome) {
    if (live) {
      silence.end();
      guarded(Phase.END, () -> sink.onEnd(outcome));
      live = false;
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      live = false;
      silence.end();
      guarded(Phase.CLOSE, sink::close);
    }
  }

  @Override
  public void retire(Phase phase, Throwable cause) {
    live = false;
    silence.end();
    failures.accept(new SinkFailure(name, phase, cause));
  }

  /** P6 isolates the sinks from each other whatever one throws, so whatever it throws is caught. */
  private void guarded(Phase phase, Call call) {
    try {
      call.make();
    } catch (Throwable thrown) {
      retire(phase, thrown);
    }
  }

  @FunctionalInterface
  private interface Call {
    void make() throws IOException;
  }
}
