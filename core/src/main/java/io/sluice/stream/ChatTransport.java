package io.sluice.stream;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;

/** Opens streams. Thread-safe; the streams it opened share its connections and its threads. */
public interface ChatTransport extends AutoCloseable {

  /**
   * A stream that will ask {@code request}. Nothing is sent yet.
   *
   * @throws IllegalStateException if this transport is closed
   * @throws IllegalArgumentException if the request cannot be expressed; nothing was sent
   */
  ChatStream stream(ChatRequest request, StreamOptions options);

  /** {@link #stream(ChatRequest, StreamOptions)} with the defaults. */
  default ChatStream stream(ChatRequest request) {
    return stream(request, StreamOptions.defaults());
  }

  /**
   * Asks for the answer in one piece, through the same code, and waits for it.
   *
   * @throws StreamException unless the answer came whole
   */
  default Completion complete(ChatRequest request) {
    try (ChatStream stream = stream(request, StreamOptions.defaults().whole())) {
      return stream.completion();
    }
  }

  /**
   * Returns the answer to {@code request} as a source. Each time it is opened, a stream of this
   * transport asks anew, so {@link Source#open(StreamOptions)} throws what {@link
   * #stream(ChatRequest, StreamOptions)} throws.
   */
  default Source source(ChatRequest request) {
    return new RequestSource(this, request);
  }

  /** Where the answers come from, for people and transcripts: a URL without secrets, or a file. */
  String endpoint();

  /** The name of the dialect that the payloads of its chunks are in. */
  default String dialect() {
    return "openai";
  }

  /** Ends open streams as STOPPED and releases everything. May be called again. */
  @Override
  void close();
}
