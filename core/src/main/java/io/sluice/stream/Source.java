package io.sluice.stream;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.ChunkSource;
import java.util.Map;
import java.util.Optional;

/**
 * Where one answer comes from, as a {@code Pipeline} takes it: a request to a server ({@link
 * ChatTransport#source}), a record, or anything else that yields a {@link ChatStream}. What feeds
 * such a stream chunk by chunk is a {@link ChunkSource}. Thread-safe.
 */
public interface Source {

  /**
   * Returns a stream of the answer. Nothing is sent or read yet. A source may be opened any number
   * of times, also at once: each stream delivers an answer of its own, from its beginning.
   *
   * @throws IllegalStateException if the source cannot be opened, or not again
   * @throws IllegalArgumentException if what is asked cannot be expressed; nothing was sent
   */
  ChatStream open(StreamOptions options);

  /** Returns {@link #open(StreamOptions)} with the defaults. */
  default ChatStream open() {
    return open(StreamOptions.defaults());
  }

  /** Returns the request that is answered; empty if that is not known, as of some records. */
  Optional<ChatRequest> request();

  /** Returns where the answer comes from: a URL without secrets, or a file. */
  String endpoint();

  /** Returns the name of the dialect that the payloads of the chunks are in. */
  String dialect();

  /**
   * Returns what the source itself says of a run of it, as {@link StreamOptions#attributes} does
   * for the caller: a record returns the attributes of the run that was recorded. A pipeline tells
   * its sinks both; where a name occurs twice, the caller's value counts. Unmodifiable; empty if
   * there is nothing to say.
   */
  default Map<String, String> attributes() {
    return Map.of();
  }
}
