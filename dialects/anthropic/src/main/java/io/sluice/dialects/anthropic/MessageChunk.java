package io.sluice.dialects.anthropic;

import io.sluice.chat.Usage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One event as it was read, or one that its reader made ({@link UnfinishedBlocks}). Its text form
 * shows only the size of the model's text, not the text.
 */
record MessageChunk(
    Kind kind, List<Delta> deltas, Optional<Usage> usage, Origin origin, Duration at, String json)
    implements Chunk {

  @Override
  public String toString() {
    return "Chunk[" + deltas.size() + " deltas, " + json.length() + " characters]";
  }

  /** The meaning of a chunk for the stream. */
  enum Kind {
    /** More may follow. */
    PART,
    /** The message is complete. */
    LAST,
    /** The server reports that it cannot continue. */
    ERROR,
    /** The event is not Anthropic's, and no message has begun yet. */
    FOREIGN,
    /** Another message begins, although there can be only one. The chunk holds nothing of it. */
    SECOND
  }
}
