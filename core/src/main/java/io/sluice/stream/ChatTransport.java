package io.sluice.stream;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;

/** Opens streams. Thread-safe; its streams share its connections and its threads. */
public interface ChatTransport extends AutoCloseable {

  /**
   * A stream for the answer to {@code request}. Nothing is sent yet.
   *
   * @throws IllegalStateException if this transport is closed
   * @throws IllegalArgumentException if the request cannot be expressed; nothing was sent
   */
  ChatStream stream(ChatRequest request, StreamOptions options);

  /** A stream with the default options, as {@link #stream(ChatRequest, StreamOptions)} opens it. */
  default ChatStream stream(ChatRequest request) {
    return stream(request, StreamOptions.defaults());
  }

  /**
   * Requests the answer as one document, with the same code as a stream, and waits for it.
   *
   * @throws StreamException unless the answer is complete
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

  /** The source of the answers, for people and transcripts: a URL without secrets, or a file. */
  String endpoint();

  /** The name of the dialect of its chunks' payloads. */
  default String dialect() {
    return "openai";
  }

  /** Ends open streams as STOPPED and releases everything. May be called repeatedly. */
  @Override
  void close();
}
