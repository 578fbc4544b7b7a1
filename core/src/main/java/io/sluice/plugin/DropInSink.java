package io.sluice.plugin;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A sink from a drop-in jar, called with the jar's class loader as the thread's. */
final class DropInSink implements Sink {

  private final Sink sink;
  private final ClassLoader home;
  private final String origin;

  DropInSink(Sink sink, ClassLoader home, String origin) {
    this.sink = sink;
    this.home = home;
    this.origin = origin;
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    call(() -> sink.onOpen(context));
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    call(() -> sink.onRetry(retry));
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    call(() -> sink.onChunk(chunk));
  }

  @Override
  public Optional<Duration> idleInterval() {
    return sink.idleInterval();
  }

  @Override
  public void onIdle(Duration silence) throws IOException {
    call(() -> sink.onIdle(silence));
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    call(() -> sink.onEnd(outcome));
  }

  @Override
  public void close() throws IOException {
    call(sink::close);
  }

  private void call(Call call) throws IOException {
    call(home, origin, call);
  }

  /** Makes a call of what a jar brought. */
  static void call(ClassLoader home, String origin, Call call) throws IOException {
    answer(
        home,
        origin,
        () -> {
          call.make();
          return call;
        });
  }

  /** Makes a call of what a jar brought, and returns its result. */
  static <T> T answer(ClassLoader home, String origin, ContextLoader.Code<T> code)
      throws IOException {
    try {
      return ContextLoader.call(home, code);
    } catch (LinkageError stale) {
      throw new BrokenPluginException(origin, stale);
    }
  }

  /** A call of what a jar brought. */
  @FunctionalInterface
  interface Call {
    void make() throws IOException;
  }
}
