package io.sluice.accumulate;

import io.sluice.chat.ToolCall;
import io.sluice.stream.Delta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Folds the tool calls of one choice. A fragment belongs to the call with its index; the reader of
 * the fragment has already assigned it. Mutable; for one thread at a time.
 */
final class ToolCallsAccumulator {
  private final RetainedSize size;
  private final Map<Integer, ToolCallAccumulator> calls = new TreeMap<>();
  private @Nullable ToolCallAccumulator functionCall;

  ToolCallsAccumulator(RetainedSize size) {
    this.size = size;
  }

  void add(Delta.ToolCall fragment) {
    if (fragment.index() == Delta.ToolCall.FUNCTION_CALL) {
      functionCall = functionCall == null ? new ToolCallAccumulator(size) : functionCall;
      functionCall.add(fragment);
    } else {
      calls.computeIfAbsent(fragment.index(), first -> new ToolCallAccumulator(size)).add(fragment);
    }
  }

  List<ToolCall> calls() {
    return calls.values().stream().map(ToolCallAccumulator::result).toList();
  }

  Optional<ToolCall> functionCall() {
    return Optional.ofNullable(functionCall).map(ToolCallAccumulator::result);
  }
}
