package io.sluice.sink;

import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;

/**
 * One consumer of a stream. Calls follow the grammar {@code (onOpen (onRetry* onChunk* onEnd)?)?
 * close}, never overlap, and each happens-before the next. A sink may block; the stream then waits.
 * An exception from a call retires only this sink: it gets no other call except {@code close} at
 * the end, and the run reports the exception. The promises and duties are numbered in {@code
 * docs/sink-contract.md}.
 */
@FunctionalInterface
public interface Sink extends AutoCloseable {

  /** Acquires the resources of the sink. Nothing has been sent to the server yet. */
  default void onOpen(StreamContext context) throws IOException {}

  /** Called before the request is sent again; no chunk was received so far. */
  default void onRetry(Retry retry) throws IOException {}

  /** Called with the next chunk, in arrival order. The sink may keep it. */
  void onChunk(Chunk chunk) throws IOException;

  /** Called once when the stream has ended in any way, unless the sink was retired before. */
  default void onEnd(Outcome outcome) throws IOException {}

  /** Releases everything. Called exactly once, even if no other method was called. */
  @Override
  default void close() throws IOException {}
}
