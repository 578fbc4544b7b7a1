package io.sluice.sink;

import io.sluice.chat.ChatRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The run that a sink belongs to. Thread-safe; valid until the sink is closed. */
public interface StreamContext {

  /** The run's name, unique enough to be used as a file name: letters, digits and hyphens. */
  String id();

  /** What is asked; absent if the source of the answer does not know it, as some records. */
  Optional<ChatRequest> request();

  /** The source of the answer: a URL without secrets, or a file. */
  String endpoint();

  /** The name of the dialect of the chunks' payloads. */
  default String dialect() {
    return "openai";
  }

  /** The time at which the run began. */
  Instant started();

  /**
   * What is said of the run, such as a tenant or the id of a trace: {@code Source.attributes()} of
   * a record that is replayed, then {@code StreamOptions.attributes()} of the caller, each in their
   * order. Where both have a name, the caller's value counts. Unmodifiable.
   */
  default Map<String, String> attributes() {
    return Map.of();
  }

  /** Stops the stream, as {@code Run.stop()} does: returns at once, may be called again. */
  void stop();
}
