package io.sluice.wire;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.StreamOptions;
import java.util.Objects;

/**
 * The form of a request after a server refused a part of it.
 *
 * @param request the new request
 * @param options the new options
 */
public record Fallback(ChatRequest request, StreamOptions options) {
  /** Refuses null. */
  public Fallback {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(options, "options");
  }
}
