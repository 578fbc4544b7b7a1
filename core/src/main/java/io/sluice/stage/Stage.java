package io.sluice.stage;

import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.time.Duration;

/**
 * Shapes the chunks of one run on their way to a sink, or to all sinks. Calls follow the grammar
 * {@code (onOpen ((onRetry | onIdle)* (onChunk | onWake | onIdle)* onEnd)?)? close}, never overlap,
 * and each happens-before the next. A stage gives chunks to its {@link Outlet} during a call, in
 * the order in which the sinks are to get them. It may block; the stream then waits.
 *
 * <p>An exception from a call retires every sink behind the stage, and the run reports it for each
 * of them. The outcome of the run is that of the stream itself, whatever its stages do.
 *
 * <p>A stage holds back a bounded part of the answer and says in its Javadoc how much. What it
 * holds it gives at the latest in {@link #onEnd}. Chunks of its own are made with {@code
 * io.sluice.json.ChunkBuilder}, so that their JSON says what they say.
 */
@FunctionalInterface
public interface Stage extends AutoCloseable {

  /** The name in messages about this stage, such as {@code words}. */
  default String name() {
    return "unnamed";
  }

  /**
   * Whether text, reasoning, refusal, calls, usage and finish of every choice, folded behind this
   * stage, equal those before it. A stage that takes away, replaces or moves something returns
   * false; the sinks behind it then get an outcome that is folded from what they got. The answer is
   * the same during a run.
   */
  default boolean keepsTheSum() {
    return true;
  }

  /** Acquires the resources of the stage. Nothing has been sent to the server yet. */
  default void onOpen(StreamContext context) throws IOException {}

  /**
   * Called before the request is sent again. The answer begins anew, so that the stage is to be as
   * it was when it was opened.
   */
  default void onRetry(Retry retry) throws IOException {}

  /** Called with the next chunk, in arrival order. The stage may keep it. */
  void onChunk(Chunk chunk, Outlet outlet) throws IOException;

  /** Called once for each {@link Outlet#wakeAfter} that was not replaced by a later one. */
  default void onWake(Outlet outlet) throws IOException {}

  /**
   * Called when a sink behind this stage is about to be told of silence ({@link
   * io.sluice.sink.Sink#onIdle}); returns whether it is told. A stage that keeps its sinks busy by
   * itself returns false; the sink is then due again after another interval. Called for each of
   * several sinks.
   *
   * @param silence the time since the sink was last called
   */
  default boolean onIdle(Duration silence) throws IOException {
    return true;
  }

  /** Called once when the stream has ended in any way: gives what was held back. */
  default void onEnd(Outcome outcome, Outlet outlet) throws IOException {}

  /** Releases everything. Called exactly once, even if no other method was called. */
  @Override
  default void close() throws IOException {}
}
