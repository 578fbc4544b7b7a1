package io.sluice.stream;

import io.sluice.chat.Completion;
import java.util.Iterator;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * One answer, read once. The request is sent only when {@link #iterator()} is asked for its first
 * chunk, {@link #completion()} is called, or a subscriber requests chunks.
 *
 * <p>Either one thread at a time pulls ({@code iterator}, {@code completion}), or chunks are pushed
 * to one subscriber; the other way is then refused with an {@link IllegalStateException}. {@link
 * #close()} and {@link #outcome()} may be called from any thread at any time.
 *
 * <p>Close a stream that you do not read to its end. If a pulled stream and its iterator become
 * unreachable, the garbage collector stops it, perhaps late; a stream with a subscriber continues
 * until the subscriber cancels.
 */
public interface ChatStream extends Iterable<Chunk>, AutoCloseable {

  /**
   * The chunks in arrival order; always the same iterator, so a second loop continues where the
   * first stopped. {@code hasNext} waits for the server, and throws {@link StreamException} at any
   * end but COMPLETED, after every chunk received before it. An interrupt while it waits stops the
   * stream; the flag stays set.
   */
  @Override
  Iterator<Chunk> iterator();

  /**
   * The chunks for one subscriber; a second one gets an error. Cancelling stops the stream. Signals
   * arrive on the transport's thread or on the requesting one; a subscriber must not block.
   */
  Flow.Publisher<Chunk> publisher();

  /**
   * Reads the remaining chunks and returns the folded answer.
   *
   * @throws StreamException at any end but COMPLETED; its outcome holds the answer so far
   */
  Completion completion();

  /**
   * The outcome of the stream; the stage completes once, always normally, when the end has been
   * delivered. Actions added before that run on the thread that pulls the end, or else on one of
   * their own, never on the transport's: they may block. After the end, the returned stage is
   * already complete.
   */
  CompletionStage<Outcome> outcome();

  /** Stops the stream unless it has ended. Returns at once, in any state of the server. */
  @Override
  void close();
}
