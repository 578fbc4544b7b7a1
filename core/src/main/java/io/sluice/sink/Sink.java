package io.sluice.sink;

import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;

/**
 * One consumer of a stream. Calls follow the grammar {@code (onOpen (onRetry* onChunk* onEnd)?)?
 * close}, never overlap, and each happens-before the next. A sink may block; the stream then waits.
 * Whatever a call throws retires this sink alone: it is closed at the end like the others, gets no
 * other call, and the run reports it. The promises and duties are numbered in {@code
 * docs/sink-contract.md}.
 */
@FunctionalInterface
public interface Sink extends AutoCloseable {

  /** Acquires what the sink needs. Nothing has been sent to the server yet. */
  default void onOpen(StreamContext context) throws IOException {}

  /** The request is about to be sent again; no chunk has come yet. */
  default void onRetry(Retry retry) throws IOException {}

  /** The next chunk, in arrival order. It may be kept. */
  void onChunk(Chunk chunk) throws IOException;

  /** The stream has ended, in whatever way. Called once, unless the sink was retired before. */
  default void onEnd(Outcome outcome) throws IOException {}

  /** Releases everything. Called exactly once, also where nothing else was. */
  @Override
  default void close() throws IOException {}
}
