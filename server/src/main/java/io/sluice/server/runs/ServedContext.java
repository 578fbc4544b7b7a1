package io.sluice.server.runs;

import io.sluice.chat.ChatRequest;
import io.sluice.server.archive.PastRun;
import io.sluice.sink.StreamContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is known of a run before its sinks were opened, or long afterwards. */
record ServedContext(
    String id,
    Optional<ChatRequest> request,
    String endpoint,
    String dialect,
    Instant started,
    Map<String, String> attributes)
    implements StreamContext {

  /** What the archive says of a run. */
  static ServedContext of(PastRun past) {
    return new ServedContext(
        past.id(),
        past.open().request(),
        past.open().endpoint(),
        past.open().dialect(),
        past.open().started().orElse(Instant.EPOCH),
        past.open().attributes());
  }

  /** Does nothing: no sink is given this context. */
  @Override
  public void stop() {}
}
