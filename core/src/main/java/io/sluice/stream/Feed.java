package io.sluice.stream;

import java.time.Duration;

/**
 * What a {@link ChunkSource} fills. Calls never overlap; after {@link #end} they have no effect. A
 * feed never calls the consumer's code for longer than it takes to signal a subscriber.
 */
public interface Feed {

  /** The request was written for the {@code attempt}th time, from 1: the clock starts anew. */
  void sent(int attempt);

  /** Time since {@link #sent}; zero before it. */
  Duration elapsed();

  /**
   * The response head was read just now.
   *
   * @param head the head; {@link ResponseHead#NONE} of a source that has none to tell of
   */
  void head(ResponseHead head);

  /**
   * The next chunk. The consumer is told of it when the source next asks {@link #wantsMore()} or
   * says the {@link #end}: waking a thread costs more than a chunk, and one read may bring many.
   */
  void chunk(Chunk chunk);

  /** Something was forgiven. */
  void irregular(Irregularity.Kind kind);

  /** Nothing more comes. */
  void end(End end);

  /**
   * Whether the source should go on reading, asked after each read. After a no it must not, until
   * {@link ChunkSource#read()}.
   */
  boolean wantsMore();

  /**
   * Whether every choice seen so far has finished. Servers send a finish early, so more may follow;
   * see {@link #looksComplete()}.
   */
  boolean finished();

  /**
   * Whether every choice has finished, something was said and no tool is awaited: then only the end
   * marker and trailers are to be expected.
   */
  boolean looksComplete();
}
