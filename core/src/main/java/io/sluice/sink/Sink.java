package io.sluice.sink;

import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * One consumer of a stream. Calls follow the grammar {@code (onOpen ((onRetry | onIdle)* (onChunk |
 * onIdle)* onEnd)?)? close}, never overlap, and each happens-before the next. A sink may block; the
 * stream then waits. An exception from a call retires only this sink: it gets no other call except
 * {@code close} at the end, and the run reports the exception. The promises and duties are numbered
 * in {@code docs/sink-contract.md}.
 */
@FunctionalInterface
public interface Sink extends AutoCloseable {

  /** Acquires the resources of the sink. Nothing has been sent to the server yet. */
  default void onOpen(StreamContext context) throws IOException {}

  /** Called before the request is sent again; no chunk was received so far. */
  default void onRetry(Retry retry) throws IOException {}

  /** Called with the next chunk, in arrival order. The sink may keep it. */
  void onChunk(Chunk chunk) throws IOException;

  /**
   * How long the sink is left without a call before {@link #onIdle} is called; empty if that is
   * never to be called. Asked once, when {@link #onOpen} has returned. A sink that asks for less
   * than 100 ms counts as one that does not open.
   */
  default Optional<Duration> idleInterval() {
    return Optional.empty();
  }

  /**
   * Called when the sink was not called for its {@link #idleInterval}, and again after each further
   * interval, until the next chunk or the end. A sink can keep a connection alive here, or find out
   * that its reader has gone away and throw or stop the stream.
   *
   * @param silence the time since the last call returned that was not of this method
   */
  default void onIdle(Duration silence) throws IOException {}

  /** Called once when the stream has ended in any way, unless the sink was retired before. */
  default void onEnd(Outcome outcome) throws IOException {}

  /** Releases everything. Called exactly once, even if no other method was called. */
  @Override
  default void close() throws IOException {}
}
