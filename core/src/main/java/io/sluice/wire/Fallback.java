package io.sluice.wire;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.StreamOptions;
import java.util.Objects;

/**
 * A request as it is made again after a server refused a part of it.
 *
 * @param request what is asked now
 * @param options how it is sent and awaited now
 */
public record Fallback(ChatRequest request, StreamOptions options) {
  /** Refuses null. */
  public Fallback {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(options, "options");
  }
}
