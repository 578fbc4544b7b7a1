package io.sluice.sink;

import io.sluice.chat.ChatRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a sink is told of the run it belongs to. Thread-safe; valid until the sink is closed. */
public interface StreamContext {

  /** A name for the run, unique enough to file it under: letters, digits and hyphens. */
  String id();

  /** What is asked; absent if the source of the answer does not know it, as some records. */
  Optional<ChatRequest> request();

  /** Where the answer comes from: a URL without secrets, or a file. */
  String endpoint();

  /** The name of the dialect that the payloads of the chunks are in. */
  default String dialect() {
    return "openai";
  }

  /** When the run began. */
  Instant started();

  /**
   * What the caller says of the run, such as a tenant or the id of a trace: {@code
   * StreamOptions.attributes()}, in their order. Unmodifiable.
   */
  default Map<String, String> attributes() {
    return Map.of();
  }

  /** Stops the stream, as {@code Run.stop()} does: returns at once, may be called again. */
  void stop();
}
