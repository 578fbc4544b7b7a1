package io.sluice.stream;

/**
 * Where one answer's chunks come from: what a transport implements so that {@link FedStream} can
 * deliver it. None of the calls may block. They come from any thread, one at a time except for
 * {@link #cancel()}; {@code read} may come while {@code start} is still returning.
 */
public interface ChunkSource {

  /** Begins to fill {@code feed}. Called at most once, when the first chunk is asked for. */
  void start(Feed feed);

  /** Goes on after {@link Feed#wantsMore()} has answered no. */
  void read();

  /**
   * Nothing more is wanted: lets go of everything at once. May be called again, and may overtake
   * {@code start}, which must then begin nothing.
   */
  void cancel();
}
