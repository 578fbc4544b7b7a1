package io.sluice.sink;

import io.sluice.chat.ChatRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The run that a sink belongs to. Thread-safe; valid until the sink is closed. */
public interface StreamContext {

  /**
   * The run's name, which can be used as a file name. One that Sluice gives is unique enough for
   * that, and has letters, digits and hyphens; one of {@code RunOptions.id} may also have
   * underscores and dots.
   */
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
   * What the caller says of the run, such as a tenant or the id of a trace: {@code
   * StreamOptions.attributes()} of the pipeline and then {@code RunOptions.attributes()} of the
   * run, in their order. Unmodifiable.
   */
  default Map<String, String> attributes() {
    return Map.of();
  }

  /**
   * The trace or span that the run belongs to, as {@code RunOptions.parent} was given it; empty if
   * it was given none.
   */
  default Optional<Object> parent() {
    return Optional.empty();
  }

  /** Stops the stream, as {@code Run.stop()} does: returns at once, may be called again. */
  void stop();
}
