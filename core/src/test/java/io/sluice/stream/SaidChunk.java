package io.sluice.stream;

import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A chunk that says what a test wants it to. */
record SaidChunk(List<Delta> deltas, Optional<Usage> usage, Origin origin, Duration at)
    implements Chunk {

  static SaidChunk of(Delta... deltas) {
    return new SaidChunk(List.of(deltas), Optional.empty(), Origin.UNKNOWN, Duration.ZERO);
  }

  static SaidChunk from(Origin origin) {
    return new SaidChunk(List.of(), Optional.empty(), origin, Duration.ZERO);
  }

  static SaidChunk costing(long prompt, long completion) {
    Usage usage =
        Usage.builder(new Json("{}")).promptTokens(prompt).completionTokens(completion).build();
    return new SaidChunk(List.of(), Optional.of(usage), Origin.UNKNOWN, Duration.ZERO);
  }

  @Override
  public String json() {
    return "{}";
  }
}
