package io.sluice.dialects.anthropic;

import io.sluice.chat.Usage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One event as it was read, or one that its reader made ({@link UnfinishedBlocks}). Its text is
 * what the model said, so it shows only how much it is.
 */
record MessageChunk(
    Kind kind, List<Delta> deltas, Optional<Usage> usage, Origin origin, Duration at, String json)
    implements Chunk {

  @Override
  public String toString() {
    return "Chunk[" + deltas.size() + " deltas, " + json.length() + " characters]";
  }

  /** What a chunk means to the stream. */
  enum Kind {
    /** More may follow. */
    PART,
    /** The message is complete. */
    LAST,
    /** The server gives up. */
    ERROR,
    /** It is no event of Anthropic's, and no message has begun yet. */
    FOREIGN,
    /** Another message begins, where there can be but one. Nothing of it is in the chunk. */
    SECOND
  }
}
