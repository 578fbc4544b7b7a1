package io.sluice.stream;

import io.sluice.chat.ToolCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds the tool calls of one choice. A fragment belongs to the latest call of its index, unless it
 * brings another id: servers exist that give every call the index 0. Mutable; for one thread at a
 * time.
 */
final class ToolCallsAccumulator {

  private final List<ToolCallAccumulator> calls = new ArrayList<>();
  private final Map<Integer, ToolCallAccumulator> latest = new HashMap<>();
  private @Nullable ToolCallAccumulator functionCall;

  void add(Delta.ToolCall fragment) {
    if (fragment.index() == Delta.ToolCall.FUNCTION_CALL) {
      functionCall = functionCall == null ? new ToolCallAccumulator() : functionCall;
      functionCall.add(fragment);
      return;
    }
    ToolCallAccumulator call = latest.get(fragment.index());
    if (call == null || call.isOtherThan(fragment.id())) {
      call = new ToolCallAccumulator();
      calls.add(call);
      latest.put(fragment.index(), call);
    }
    call.add(fragment);
  }

  List<ToolCall> calls() {
    return calls.stream().map(ToolCallAccumulator::result).toList();
  }

  Optional<ToolCall> functionCall() {
    return Optional.ofNullable(functionCall).map(ToolCallAccumulator::result);
  }
}
