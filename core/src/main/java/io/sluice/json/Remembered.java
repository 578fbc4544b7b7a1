package io.sluice.json;

import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

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

  /** The calls of each choice. */
  final Map<Integer, ToolCallIndexes> toolCalls = new HashMap<>(2);

  /** Which choices came whole. */
  final BitSet whole = new BitSet(0);

  /** Whether any delta has been seen. */
  boolean streamed;
}
