package io.sluice.server.runs;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.StreamContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is known of a run before its sinks were opened. */
record ServedContext(
    String id, Optional<ChatRequest> request, String endpoint, String dialect, Instant started)
    implements StreamContext {

  @Override
  public Map<String, String> attributes() {
    return Map.of();
  }

  /** Does nothing: no sink is given this context. */
  @Override
  public void stop() {}
}
