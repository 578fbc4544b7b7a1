package io.sluice.json;

import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the chunks of one stream leave behind for those that follow. Kept apart from what reads
 * them, which is large and serves many streams in turn. Mutable; for one thread at a time.
 */
final class Remembered {

  /** Whose answer the last chunk belonged to. */
  Origin origin = Origin.UNKNOWN;

  /** The date in that, as it was written. */
  long created = OriginReader.UNKNOWN_DATE;

  /** The last of each unmodelled field. */
  final Map<String, Delta.Other> others = new HashMap<>();

  /** The calls of each choice; made for the first, since most answers have none. */
  private @Nullable Map<Integer, ToolCallIndexes> toolCalls;

  /** Which choices came whole; made for the first. */
  private @Nullable BitSet whole;

  /** Whether any delta has been seen. */
  boolean streamed;

  ToolCallIndexes toolCalls(int choice) {
    toolCalls = toolCalls == null ? new HashMap<>() : toolCalls;
    return toolCalls.computeIfAbsent(choice, any -> new ToolCallIndexes());
  }

  boolean cameWhole(int choice) {
    return whole != null && whole.get(choice);
  }

  void whole(int choice) {
    whole = whole == null ? new BitSet() : whole;
    whole.set(choice);
  }
}
