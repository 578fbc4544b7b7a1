package io.sluice.sink;

import io.sluice.chat.ChatRequest;
import java.time.Instant;
import java.util.Optional;

/** The run that a sink belongs to. Thread-safe; valid until the sink is closed. */
public interface StreamContext {

  /** The run's name, unique enough to be used as a file name: letters, digits and hyphens. */
  String id();

  /** The request; absent if a record without its request is replayed. */
  Optional<ChatRequest> request();

  /** The source of the answer: a URL without secrets, or a file. */
  String endpoint();

  /** The name of the dialect of the chunks' payloads. */
  default String dialect() {
    return "openai";
  }

  /** The time at which the run began. */
  Instant started();

  /** Stops the stream, as {@code Run.stop()} does: returns at once, may be called repeatedly. */
  void stop();
}
