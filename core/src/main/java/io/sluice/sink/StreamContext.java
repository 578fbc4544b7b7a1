package io.sluice.sink;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.StreamOptions;
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
   * What is said of the run, such as a tenant or the id of a trace: {@code Source.attributes()} of
   * a record that is replayed, then {@code StreamOptions.attributes()} of the pipeline, then {@code
   * RunOptions.attributes()} of the run, each in their order. Where several have a name, the last
   * value counts. Unmodifiable.
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

  /**
   * The head of the last response so far: that of the answer from the first chunk on, and that of a
   * refusal until then. Absent while no response has come, and of an answer that does not come over
   * HTTP.
   */
  default Optional<ResponseHead> head() {
    return Optional.empty();
  }

  /** In which form the answer was asked for: in pieces or whole. */
  default StreamOptions.Form form() {
    return StreamOptions.Form.STREAMED;
  }

  /**
   * Has the request carry one more header field, such as {@code traceparent}; to be called while
   * the sink opens. It does nothing later, and for an answer that no request is sent for.
   *
   * @throws IllegalArgumentException as {@code StreamOptions.header} does
   */
  default void header(String name, String value) {}

  /** Stops the stream, as {@code Run.stop()} does: returns at once, may be called again. */
  void stop();
}
