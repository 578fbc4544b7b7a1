package io.sluice.dialects.anthropic;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.Repetition;
import io.sluice.stream.Delta;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Any other block: thinking, a tool that the server runs, its result, a new type. Once complete, it
 * is kept as Anthropic would have sent it in one document, so that it can be sent back: a signature
 * is valid only for an unchanged block. Thinking is passed on as reasoning while it arrives.
 */
final class KeptBlock implements Block {

  private static final String INPUT = "input";
  private static final String THINKING = "thinking";
  private static final Set<String> OF_THOUGHT = Set.of("type", THINKING);
  private static final Repetition REPEATED = Repetition.of(THINKING);

  private final JsonObject start;
  private final Map<String, StringBuilder> grown = new LinkedHashMap<>();
  private final Map<String, Json> replaced = new LinkedHashMap<>();
  private final Room room;

  KeptBlock(JsonObject start, Room room) {
    this.start = start;
    this.room = room;
  }

  @Override
  public void start(EventDraft draft) {
    reasoning(start, draft);
  }

  @Override
  public void add(JsonObject delta, EventDraft draft) {
    room.take(delta);
    delta
        .members()
        .forEach(
            (name, value) -> {
              if (name.equals("partial_json")) {
                grow(INPUT, "", value);
              } else if (!name.equals("type")) {
                grow(name, start.string(name).orElse(""), value);
              }
            });
    reasoning(delta, draft);
    if (OF_THOUGHT.containsAll(delta.members().keySet())) {
      draft.repeats(REPEATED, this::addThought);
    }
  }

  private void addThought(String thought) {
    room.take(thought.length());
    grown.computeIfAbsent(THINKING, first -> new StringBuilder()).append(thought);
  }

  @Override
  public void stop(EventDraft draft) {
    draft.element(AnswerFields.CONTENT_PARTS, block(members()));
  }

  @Override
  public Optional<Json> remnant() {
    Map<String, Json> members = members();
    members.put(UNFINISHED, Json.verbatim("true"));
    return Optional.of(block(members));
  }

  private Map<String, Json> members() {
    Map<String, Json> members = new LinkedHashMap<>(start.members());
    members.putAll(replaced);
    grown.forEach((name, text) -> members.put(name, grown(name, text.toString())));
    return members;
  }

  private static Json block(Map<String, Json> members) {
    return JsonWriter.json(text -> members.forEach(text::field));
  }

  /** Appends to a string; replaces any other value. */
  private void grow(String name, String begun, Json value) {
    JsonValue said = new JsonValue(value);
    String text = said.string().orElse("");
    if (!text.isEmpty()) {
      grown.computeIfAbsent(name, first -> new StringBuilder(begun)).append(text);
    } else if (said.string().isEmpty() && !said.isNull()) {
      replaced.put(name, value);
    }
  }

  /** The input of a tool arrives as the text of its JSON. */
  private static Json grown(String name, String text) {
    if (!name.equals(INPUT)) {
      return JsonWriter.json(text);
    }
    try {
      return JsonValue.read(text).json();
    } catch (MalformedJsonException cut) {
      return JsonWriter.json(text);
    }
  }

  private static void reasoning(JsonObject from, EventDraft draft) {
    from.string(THINKING)
        .filter(thought -> !thought.isEmpty())
        .ifPresent(thought -> draft.add(new Delta.Reasoning(EventDraft.CHOICE, thought)));
  }
}
