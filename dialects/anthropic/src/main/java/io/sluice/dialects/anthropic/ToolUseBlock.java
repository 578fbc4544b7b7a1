package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.Repetition;
import io.sluice.stream.Delta;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A call of one of the caller's tools. Its arguments arrive in fragments; without any, they are the
 * {@code input} of the start, which otherwise is an empty object without meaning.
 */
final class ToolUseBlock implements Block {

  private static final Repetition REPEATED = Repetition.of("partial_json");

  private final JsonObject start;
  private final int index;
  private boolean fragmented;

  /** The call that is the {@code index}th of the message. */
  ToolUseBlock(JsonObject start, int index) {
    this.start = start;
    this.index = index;
  }

  @Override
  public void start(EventDraft draft) {
    Map<String, Json> other = new LinkedHashMap<>(start.members());
    other.keySet().removeAll(Set.of("type", "id", "name", "input"));
    other.values().removeIf(value -> new JsonValue(value).isNull());
    String id = start.string("id").orElse("");
    String name = start.string("name").orElse("");
    draft.add(new Delta.ToolCall(EventDraft.CHOICE, index, id, name, "", other));
  }

  @Override
  public void add(JsonObject delta, EventDraft draft) {
    String fragment = delta.string("partial_json").orElse("");
    if (!fragment.isEmpty()) {
      fragmented = true;
      arguments(fragment, Map.of(), draft);
      draft.repeats(REPEATED, words -> {});
      return;
    }
    Map<String, Json> other = new LinkedHashMap<>(delta.members());
    other.keySet().removeAll(Set.of("type", "partial_json"));
    if (!other.isEmpty()) {
      arguments("", other, draft);
    }
  }

  @Override
  public void stop(EventDraft draft) {
    if (!fragmented) {
      String input = start.value("input").map(value -> value.json().text()).orElse("{}");
      arguments(input, Map.of(), draft);
    }
  }

  @Override
  public Optional<Json> remnant() {
    return Optional.empty();
  }

  private void arguments(String fragment, Map<String, Json> other, EventDraft draft) {
    draft.add(new Delta.ToolCall(EventDraft.CHOICE, index, "", "", fragment, other));
  }
}
