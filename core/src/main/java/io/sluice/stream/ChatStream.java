package io.sluice.stream;

import io.sluice.chat.Completion;
import java.util.Iterator;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * One answer, read once. Cold: nothing is sent before {@link #iterator()} is asked for its first
 * chunk, {@link #completion()} is called, or a subscriber asks for more than none.
 *
 * <p>Either one thread at a time pulls ({@code iterator}, {@code completion}), or one subscriber is
 * pushed to; the other way is then refused with an {@link IllegalStateException}. {@link #close()}
 * and {@link #outcome()} may be called from any thread at any moment.
 *
 * <p>Close a stream that you do not read to its end. One that was begun by pulling and is dropped,
 * with its iterator, is stopped when the garbage collector finds it, which may be late; one that
 * has a subscriber goes on until that cancels.
 */
public interface ChatStream extends Iterable<Chunk>, AutoCloseable {

  /**
   * The chunks in arrival order; always the same iterator, so a second loop goes on where the first
   * left off. {@code hasNext} waits for the server, and throws {@link StreamException} at any end
   * but COMPLETED, after every chunk received before it. An interrupt while it waits stops the
   * stream; the flag stays set.
   */
  @Override
  Iterator<Chunk> iterator();

  /**
   * The chunks for one subscriber; a second one gets an error. Cancelling stops the stream. Signals
   * come on the transport's thread or on the one that requests; a subscriber must not block.
   */
  Flow.Publisher<Chunk> publisher();

  /**
   * Reads what is left and returns the folded answer.
   *
   * @throws StreamException at any end but COMPLETED; its outcome holds the answer so far
   */
  Completion completion();

  /**
   * How the stream ended: completed once, always normally, when the end has been delivered. Actions
   * added before that run on the thread that pulls the end, or else on one of their own, never on
   * the transport's: they may block. Asked after the end, the stage is complete already.
   */
  CompletionStage<Outcome> outcome();

  /** Stops the stream unless it has ended. Returns at once, whatever the server does. */
  @Override
  void close();
}
