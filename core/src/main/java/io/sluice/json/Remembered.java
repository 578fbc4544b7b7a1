package io.sluice.json;

import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the chunks of one stream leave behind for those that follow. Kept apart from what reads
 * them, which is large and serves many streams in turn. Mutable; for one thread at a time.
 */
final class Remembered {
  /** Stands for a number of choices that nobody knows. */
  static final int UNKNOWN_CHOICES = 0;

  /** Which choices there are. */
  final ChoiceIndexes indexes;

  /** Whose answer the last chunk belonged to. */
  Origin origin = Origin.UNKNOWN;

  /** The date in that, as it was written. */
  long created = OriginReader.UNKNOWN_DATE;

  /** The last of each unmodelled field. */
  final Map<String, Delta.Other> others = new HashMap<>();

  /** The calls of each choice; made for the first, since most answers have none. */
  private @Nullable Map<Integer, ToolCallIndexes> toolCalls;

  /** What came of choices that came whole; made for the first. */
  private @Nullable Map<Integer, WholeMessage> whole;

  /** Whether any delta has said anything. */
  boolean streamed;

  /** With how many choices were asked for, or {@link #UNKNOWN_CHOICES}. */
  Remembered(int choices) {
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
