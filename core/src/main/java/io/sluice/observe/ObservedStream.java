package io.sluice.observe;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.StreamOptions;
import java.util.Objects;

/** A stream as it begins. Immutable; its text form shows nothing of the request but its model. */
public final class ObservedStream {

  private final ChatRequest request;
  private final StreamOptions options;
  private final String endpoint;
  private final String dialect;

  private ObservedStream(
      ChatRequest request, StreamOptions options, String endpoint, String dialect) {
    this.request = Objects.requireNonNull(request, "request");
    this.options = Objects.requireNonNull(options, "options");
    this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
    this.dialect = Objects.requireNonNull(dialect, "dialect");
  }

  /**
   * A stream of the answer to {@code request}.
   *
   * @param endpoint the server's URL without secrets
   * @param dialect the name of the dialect
   */
  public static ObservedStream of(
      ChatRequest request, StreamOptions options, String endpoint, String dialect) {
    return new ObservedStream(request, options, endpoint, dialect);
  }

  /** What is asked. */
  public ChatRequest request() {
    return request;
  }

  /** How it is sent and awaited; the attributes of the run are among them. */
  public StreamOptions options() {
    return options;
  }

  /** The server's URL, without secrets. */
  public String endpoint() {
    return endpoint;
  }

  /** The name of the dialect, such as {@code "openai"}. */
  public String dialect() {
    return dialect;
  }

  @Override
  public String toString() {
    return request.model() + " at " + endpoint;
  }
}
