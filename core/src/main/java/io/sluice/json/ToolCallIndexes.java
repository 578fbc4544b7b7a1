package io.sluice.json;

import io.sluice.stream.Delta;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds which call a fragment without an index belongs to, in one choice: an id or a name that is
 * new begins a call, anything else continues the last. Mutable; for one thread at a time.
 */
final class ToolCallIndexes {

  private final Map<String, Integer> byId = new HashMap<>();
  private int last = ToolCallReader.UNKNOWN_INDEX;
  private int next;

  /** The fragment with its index; {@code first} is the position of its chunk's first fragment. */
  Delta.ToolCall settle(Delta.ToolCall fragment, Position position) {
    if (fragment.index() == Delta.ToolCall.FUNCTION_CALL) {
      return fragment;
    }
    int index = fragment.index();
    if (index == ToolCallReader.UNKNOWN_INDEX) {
      index = Bounds.toolCall(find(fragment, position), ToolCallReader.UNKNOWN_INDEX);
    }
    last = index;
    next = Math.max(next, index + 1);
    if (!fragment.id().isEmpty()) {
      byId.put(fragment.id(), index);
    }
    return index == fragment.index() ? fragment : at(fragment, index);
  }

  private int find(Delta.ToolCall fragment, Position position) {
    if (!fragment.id().isEmpty()) {
      return byId.getOrDefault(fragment.id(), next);
    }
    boolean another = position == Position.LATER && !fragment.name().isEmpty();
    return another || last == ToolCallReader.UNKNOWN_INDEX ? next : last;
  }

  private static Delta.ToolCall at(Delta.ToolCall fragment, int index) {
    return new Delta.ToolCall(
        fragment.choice(),
        index,
        fragment.id(),
        fragment.name(),
        fragment.arguments(),
        fragment.other());
  }

  /** Where in its chunk a fragment stands. */
  enum Position {
    /** The first of the chunk. */
    FIRST,
    /** Behind another. */
    LATER
  }
}
