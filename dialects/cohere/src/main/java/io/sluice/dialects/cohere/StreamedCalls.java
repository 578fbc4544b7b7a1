package io.sluice.dialects.cohere;

import io.sluice.json.JsonObject;
import io.sluice.json.MalformedJsonException;
import io.sluice.stream.Delta;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.wire.fold.ChunkDraft;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tool calls of one message by the index of their events. A call without any arguments has none
 * in its events; they are then an empty object. Mutable; for one thread at a time.
 */
final class StreamedCalls {

  private static final int MOST_OPEN = 1024;
  private static final int CHOICE = MessageReader.CHOICE;

  private final Map<Long, Integer> open = new HashMap<>();
  private final Set<Integer> argued = new HashSet<>();
  private int count;

  void start(JsonObject event, JsonObject call, ChunkDraft draft) {
    stop(event, draft);
    begin(index(event), call, draft);
  }

  private int begin(long index, JsonObject call, ChunkDraft draft) {
    if (open.size() == MOST_OPEN) {
      throw new MalformedJsonException("more than " + MOST_OPEN + " tool calls at a time");
    }
    int number = count++;
    open.put(index, number);
    Optional<JsonObject> function = call.object("function");
    String name = function.flatMap(it -> it.string("name")).orElse("");
    draft.add(new Delta.ToolCall(CHOICE, number, call.string("id").orElse(""), name, "", Map.of()));
    arguments(number, call, draft);
    return number;
  }

  void add(JsonObject event, JsonObject call, ChunkDraft draft) {
    Integer number = open.get(index(event));
    if (number == null) {
      draft.irregular(Kind.UNEXPECTED_TYPE);
      begin(index(event), call, draft);
    } else {
      arguments(number, call, draft);
    }
  }

  private void arguments(int number, JsonObject call, ChunkDraft draft) {
    String fragment = call.object("function").flatMap(it -> it.string("arguments")).orElse("");
    if (!fragment.isEmpty()) {
      argued.add(number);
      draft.arguments(CHOICE, number, fragment);
    }
  }

  void stop(JsonObject event, ChunkDraft draft) {
    Integer number = open.remove(index(event));
    if (number != null) {
      close(number, draft);
    }
  }

  void stopAll(ChunkDraft draft) {
    open.values().forEach(number -> close(number, draft));
    open.clear();
  }

  private void close(int number, ChunkDraft draft) {
    if (!argued.remove(number)) {
      draft.arguments(CHOICE, number, "{}");
    }
  }

  /** Adds a call that comes whole. */
  void whole(JsonObject call, ChunkDraft draft) {
    int number = begin(-1, call, draft);
    open.remove(-1L);
    close(number, draft);
  }

  private static long index(JsonObject event) {
    return event.wholeNumber("index").orElse(0);
  }
}
