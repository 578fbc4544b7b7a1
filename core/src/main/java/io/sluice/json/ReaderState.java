package io.sluice.json;

import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of one stream that affects its later chunks. It is separate from the reader, which is
 * large and serves many streams in turn. Mutable; for one thread at a time.
 */
final class ReaderState {
  /** Stands for an unknown number of choices. */
  static final int UNKNOWN_CHOICES = 0;

  /** The choices so far. */
  final ChoiceIndexes indexes;

  /** The origin of the last chunk. */
  Origin origin = Origin.UNKNOWN;

  /** The date in the last origin, as it was written. */
  long created = OriginReader.UNKNOWN_DATE;

  /** The last value of each unmodelled field. */
  final Map<String, Delta.Other> others = new HashMap<>();

  /** The calls of each choice; created on first use, since most answers have none. */
  private @Nullable Map<Integer, ToolCallIndexes> toolCalls;

  /** The parts received of choices that arrived as whole messages; created on first use. */
  private @Nullable Map<Integer, WholeMessage> whole;

  /** Whether any delta had content. */
  boolean streamed;

  /** Creates the state for that number of requested choices, or {@link #UNKNOWN_CHOICES}. */
  ReaderState(int choices) {
    this.indexes = new ChoiceIndexes(choices);
  }

  ToolCallIndexes toolCalls(int choice) {
    toolCalls = toolCalls == null ? new HashMap<>() : toolCalls;
    return toolCalls.computeIfAbsent(choice, any -> new ToolCallIndexes());
  }

  WholeMessage whole(int choice) {
    whole = whole == null ? new HashMap<>() : whole;
    return whole.computeIfAbsent(choice, any -> new WholeMessage());
  }
}
