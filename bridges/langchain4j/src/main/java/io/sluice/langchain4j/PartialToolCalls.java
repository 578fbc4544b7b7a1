package io.sluice.langchain4j;

import dev.langchain4j.model.chat.response.PartialToolCall;
import io.sluice.stream.Delta;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each fragment of a tool call the id and the name of its call, which only the first fragment
 * has. Mutable; for one thread at a time.
 */
final class PartialToolCalls {

  private final Map<Integer, PartialToolCall.Builder> calls = new LinkedHashMap<>();
  private final Map<Integer, String> names = new LinkedHashMap<>();

  /** The fragment as langchain4j has it, unless it adds nothing to the arguments. */
  Optional<PartialToolCall> next(Delta.ToolCall fragment) {
    int position = calls.size();
    PartialToolCall.Builder call =
        calls.computeIfAbsent(fragment.index(), added -> PartialToolCall.builder().index(position));
    if (!fragment.id().isEmpty()) {
      call.id(fragment.id());
    }
    String name = names.merge(fragment.index(), fragment.name(), String::concat);
    if (fragment.arguments().isEmpty() || name.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(call.name(name).partialArguments(fragment.arguments()).build());
  }
}
