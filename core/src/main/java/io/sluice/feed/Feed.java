package io.sluice.feed;

import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Irregularity;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Timing;
import java.time.Duration;

/**
 * Receives the results of a {@link ChunkSource}. Calls never overlap; after {@link #end} they have
 * no effect. A feed calls the consumer's code only to signal a subscriber.
 */
public interface Feed {

  /**
   * Reports that the first chunk was asked for just now, from which {@link Timing#sent} counts. A
   * source that sends nothing need not call it.
   */
  default void asked() {}

  /** Reports that a connection was made for the request that is written next. */
  default void connected(Duration took) {}

  /**
   * Reports that the request was written for the {@code attempt}th time, from 1; restarts the
   * clock. A number that was reported before is a request that is sent again uncounted.
   */
  void sent(int attempt);

  /** The time since {@link #sent}; zero before it. */
  Duration elapsed();

  /**
   * Reports that the response head was read just now.
   *
   * @param head the head; {@link ResponseHead#NONE} of a source that has no response
   */
  void head(ResponseHead head);

  /**
   * Adds the next chunk. The consumer is notified when the source next calls {@link #wantsMore()}
   * or {@link #end}, because waking a thread costs more than a chunk, and one read may bring many.
   */
  void chunk(Chunk chunk);

  /** Reports an irregularity that was tolerated. */
  void irregular(Irregularity.Kind kind);

  /** Reports the end; nothing more follows. */
  void end(End end);

  /**
   * Whether the source should continue to read; call it after each read. After false it must not,
   * until {@link ChunkSource#read()} is called.
   */
  boolean wantsMore();

  /**
   * Whether every choice so far has finished. Servers send a finish early, so more may follow; see
   * {@link #looksComplete()}.
   */
  boolean finished();

  /**
   * Whether every choice has finished, there is some content and no tool is awaited: then only the
   * end marker and trailers are to be expected.
   */
  boolean looksComplete();
}
