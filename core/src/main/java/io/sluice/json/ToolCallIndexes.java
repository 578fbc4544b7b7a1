package io.sluice.json;

import io.sluice.stream.Delta;
import io.sluice.stream.Irregularity.Kind;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the call that a fragment belongs to, and gives each call an index of its own. One rule
 * covers servers that omit or repeat indexes and ids: a fragment begins a call if it has a name and
 * either another id, or another name after arguments were received, or arguments after the earlier
 * ones are complete; another id without a name continues the call. Since wrong calls would be
 * executed, each guess is reported as an irregularity. Mutable; for one thread at a time.
 */
final class ToolCallIndexes {
  /** The id that some servers write if there is none. */
  private static final String NO_ID = "null";

  private final Map<Integer, OpenCall> byIndex = new HashMap<>();
  private final Map<String, OpenCall> byId = new HashMap<>();
  private final BitSet taken = new BitSet();
  private @Nullable OpenCall last;

  /** The fragment with the index and id of its call; null if it adds nothing new. */
  Delta.@Nullable ToolCall settle(
      Delta.ToolCall fragment, Position position, Consumer<Kind> remarks) {
    if (fragment.index() == Delta.ToolCall.FUNCTION_CALL) {
      return fragment;
    }
    String id = fragment.id().equals(NO_ID) ? "" : fragment.id();
    OpenCall call = known(fragment, id, position);
    if (call == null && id.isEmpty() && saysNothing(fragment)) {
      remarks.accept(Kind.TOOL_CALL_REPEATED);
      return null;
    }
    if (call == null) {
      return begun(fragment, id);
    }
    if (call.isRepeatedBy(fragment, id)) {
      remarks.accept(Kind.TOOL_CALL_REPEATED);
      return null;
    }
    if (call.isFollowedBy(fragment, id)) {
      remarks.accept(Kind.TOOL_CALL_GUESSED);
      return begun(fragment, id.isEmpty() ? call.strayId() : id);
    }
    return continued(call, fragment, id, remarks);
  }

  private @Nullable OpenCall known(Delta.ToolCall fragment, String id, Position position) {
    boolean numbered = fragment.index() != ToolCallReader.UNKNOWN_INDEX;
    OpenCall identified = id.isEmpty() ? null : byId.get(id);
    if (numbered) {
      boolean ofIt = identified != null && identified.saidIndex() == fragment.index();
      return ofIt ? identified : byIndex.get(fragment.index());
    }
    if (identified != null) {
      return identified;
    }
    boolean named = !fragment.name().isEmpty();
    boolean another = position == Position.LATER ? named || !id.isEmpty() : named && !id.isEmpty();
    return another ? null : last;
  }

  private Delta.ToolCall begun(Delta.ToolCall fragment, String id) {
    boolean numbered = fragment.index() != ToolCallReader.UNKNOWN_INDEX;
    boolean free = numbered && !taken.get(fragment.index());
    int index = free ? fragment.index() : Bounds.toolCall(taken.length(), -1);
    taken.set(index);
    var call = new OpenCall(fragment.index(), index, id, fragment);
    last = call;
    if (numbered) {
      byIndex.put(fragment.index(), call);
    }
    if (!id.isEmpty()) {
      byId.put(id, call);
    }
    return with(fragment, index, id);
  }

  private Delta.ToolCall continued(
      OpenCall call, Delta.ToolCall fragment, String id, Consumer<Kind> remarks) {
    last = call;
    boolean stray = call.goOn(fragment, id);
    if (stray) {
      remarks.accept(Kind.TOOL_CALL_GUESSED);
    } else if (!id.isEmpty()) {
      byId.put(id, call);
    }
    return with(fragment, call.index(), stray ? "" : id);
  }

  private static boolean saysNothing(Delta.ToolCall fragment) {
    return fragment.name().isEmpty()
        && fragment.arguments().isEmpty()
        && fragment.other().isEmpty();
  }

  private static Delta.ToolCall with(Delta.ToolCall fragment, int index, String id) {
    if (index == fragment.index() && id.equals(fragment.id())) {
      return fragment;
    }
    return new Delta.ToolCall(
        fragment.choice(), index, id, fragment.name(), fragment.arguments(), fragment.other());
  }

  /** The position of a fragment in its chunk. */
  enum Position {
    /** The first of the chunk. */
    FIRST,
    /** After another fragment. */
    LATER
  }
}
