package io.sluice.json;

import io.sluice.chat.Usage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A chunk as it was read. Its text is what the model said, so it shows only how much there is. */
record ReadChunk(List<Delta> deltas, Optional<Usage> usage, Origin origin, Duration at, String json)
    implements Chunk {

  @Override
  public String toString() {
    return "Chunk[" + deltas.size() + " deltas, " + json.length() + " characters]";
  }
}
