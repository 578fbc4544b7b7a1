package io.sluice.feed;

/**
 * The source of one answer's chunks: a transport implements it so that {@link FedStream} can
 * deliver them. None of the calls may block. They arrive from any thread, one at a time except for
 * {@link #cancel()}; {@code read} may be called before {@code start} has returned.
 */
public interface ChunkSource {

  /** Begins to fill {@code feed}. Called at most once, when the first chunk is requested. */
  void start(Feed feed);

  /** Continues after {@link Feed#wantsMore()} has returned false. */
  void read();

  /**
   * Releases everything at once, since nothing more is wanted. May be called repeatedly, and before
   * {@code start}, which must then begin nothing.
   */
  void cancel();
}
