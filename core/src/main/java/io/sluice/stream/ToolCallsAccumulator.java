package io.sluice.stream;

import io.sluice.chat.ToolCall;
import java.util.ArrayList;
import java.util.Comparator;
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

  private final RetainedSize size;
  private final List<Numbered> calls = new ArrayList<>();
  private final Map<Integer, ToolCallAccumulator> latest = new HashMap<>();
  private final Map<Name, ToolCallAccumulator> named = new HashMap<>();
  private @Nullable ToolCallAccumulator functionCall;

  ToolCallsAccumulator(RetainedSize size) {
    this.size = size;
  }

  void add(Delta.ToolCall fragment) {
    if (fragment.index() == Delta.ToolCall.FUNCTION_CALL) {
      functionCall = functionCall == null ? new ToolCallAccumulator(size) : functionCall;
      functionCall.add(fragment);
      return;
    }
    ToolCallAccumulator call = callOf(fragment);
    call.add(fragment);
    latest.put(fragment.index(), call);
    if (!fragment.id().isEmpty()) {
      named.put(new Name(fragment.index(), fragment.id()), call);
    }
  }

  private ToolCallAccumulator callOf(Delta.ToolCall fragment) {
    ToolCallAccumulator call = latest.get(fragment.index());
    if (call != null && call.isOtherThan(fragment.id())) {
      call = named.get(new Name(fragment.index(), fragment.id()));
    }
    if (call == null) {
      call = new ToolCallAccumulator(size);
      calls.add(new Numbered(fragment.index(), call));
    }
    return call;
  }

  List<ToolCall> calls() {
    return calls.stream()
        .sorted(Comparator.comparingInt(Numbered::index))
        .map(numbered -> numbered.call().result())
        .toList();
  }

  Optional<ToolCall> functionCall() {
    return Optional.ofNullable(functionCall).map(ToolCallAccumulator::result);
  }

  private record Name(int index, String id) {}

  private record Numbered(int index, ToolCallAccumulator call) {}
}
