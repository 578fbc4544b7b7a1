package io.sluice.dialects.bedrock;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.Repetition;
import io.sluice.stream.Delta;
import io.sluice.wire.fold.ChunkDraft;
import io.sluice.wire.fold.ContentOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One block of a message between its start and its stop. What must be sent back is put together
 * when it stops. Mutable; for one thread at a time.
 */
final class ContentBlock {

  private static final int CHOICE = ConverseReader.CHOICE;
  private static final String OWN = BedrockDialect.NAME;
  private static final String TOOL_USE = "toolUse";
  private static final String TOOL_RESULT = "toolResult";
  private static final int MOST = 16 << 20;
  private static final Repetition TEXT = Repetition.of("text");
  private static final Repetition INPUT = Repetition.of("input");

  private final Optional<JsonObject> toolUse;
  private final JsonObject start;
  private final StringBuilder input = new StringBuilder();
  private final StringBuilder thought = new StringBuilder();
  private final StringBuilder signature = new StringBuilder();
  private final StringBuilder redacted = new StringBuilder();
  private final List<Json> results = new ArrayList<>();
  private long characters;
  private int call = -1;

  private ContentBlock(JsonObject start) {
    this.start = start;
    this.toolUse = start.object(TOOL_USE);
  }

  static ContentBlock started(JsonObject start) {
    return new ContentBlock(start);
  }

  /** A block without a start is of the kind that its first delta says. */
  static ContentBlock implied(JsonObject delta) {
    return new ContentBlock(
        JsonObject.read(delta.object(TOOL_USE).isPresent() ? "{\"toolUse\":{}}" : "{}"));
  }

  /** Whether it is a call of a tool of the caller's. */
  boolean isCall() {
    return toolUse
        .filter(use -> !use.string("type").orElse("").equals("server_tool_use"))
        .isPresent();
  }

  /** Whether it holds more than text, thoughts and arguments, which were passed on. */
  boolean isKept() {
    boolean other = !isCall() && !start.members().isEmpty() && start.string("text").isEmpty();
    return other || !signature.isEmpty() || !redacted.isEmpty();
  }

  void call(int index, ChunkDraft draft) {
    call = index;
    JsonObject use = toolUse.orElseThrow();
    String id = use.string("toolUseId").orElse("");
    draft.add(new Delta.ToolCall(CHOICE, call, id, use.string("name").orElse(""), "", Map.of()));
  }

  void add(JsonObject delta, ChunkDraft draft) {
    delta.string("text").ifPresent(text -> text(text, draft));
    delta.object(TOOL_USE).flatMap(use -> use.value("input")).ifPresent(it -> input(it, draft));
    delta.object("reasoningContent").ifPresent(it -> reasoning(it, draft));
    delta
        .value("citation")
        .ifPresent(it -> draft.element(CHOICE, AnswerFields.ANNOTATIONS, it.json()));
    delta.elements(TOOL_RESULT).ifPresent(all -> all.forEach(result -> results.add(result.json())));
  }

  private void text(String text, ChunkDraft draft) {
    characters += text.length();
    draft.text(CHOICE, text);
    draft.repeats(TEXT, words -> characters += words.length());
  }

  /** Fragments are the text of JSON; an input in one piece is JSON. */
  private void input(JsonValue said, ChunkDraft draft) {
    String fragment = said.string().orElseGet(() -> said.json().text());
    grow(input, fragment);
    if (isCall()) {
      draft.arguments(CHOICE, call, fragment);
      draft.repeats(INPUT, words -> grow(input, words));
    }
  }

  private void reasoning(JsonObject content, ChunkDraft draft) {
    String text = content.string("text").orElse("");
    draft.reasoning(CHOICE, text);
    if (content.members().size() == 1) {
      draft.repeats(TEXT, words -> grow(thought, words));
    }
    grow(thought, text);
    grow(signature, content.string("signature").orElse(""));
    grow(redacted, content.string("redactedContent").orElse(""));
  }

  private static void grow(StringBuilder text, String more) {
    if (text.length() + more.length() > MOST) {
      throw new MalformedJsonException("a content block of more than " + MOST + " characters");
    }
    text.append(more);
  }

  void stop(ChunkDraft draft) {
    ContentOrder.text(draft, CHOICE, OWN, characters, Map.of());
    if (isCall()) {
      if (input.isEmpty()) {
        draft.arguments(CHOICE, call, "{}");
      }
      ContentOrder.call(draft, CHOICE, OWN, Map.of());
    } else if (toolUse.isPresent()) {
      keep(JsonWriter.json(text -> text.field(TOOL_USE, serverToolUse())), draft);
    } else if (start.object(TOOL_RESULT).isPresent()) {
      keep(JsonWriter.json(text -> text.field(TOOL_RESULT, result())), draft);
    } else if (!start.members().isEmpty() && start.string("text").isEmpty()) {
      keep(JsonWriter.json(text -> start.members().forEach(text::field)), draft);
    }
    thoughts(draft);
  }

  private void thoughts(ChunkDraft draft) {
    if (!thought.isEmpty() || !signature.isEmpty()) {
      Json text =
          JsonWriter.json(
              it -> {
                it.field("text", thought.toString());
                if (!signature.isEmpty()) {
                  it.field("signature", signature.toString());
                }
              });
      reasoningPart("reasoningText", text, draft);
    }
    if (!redacted.isEmpty()) {
      reasoningPart("redactedContent", JsonWriter.json(redacted.toString()), draft);
    }
  }

  private static void reasoningPart(String name, Json value, ChunkDraft draft) {
    Json part =
        JsonWriter.json(
            text -> text.object("reasoningContent", content -> content.field(name, value)));
    ContentOrder.raw(draft, CHOICE, OWN, part);
  }

  private static void keep(Json block, ChunkDraft draft) {
    draft.element(CHOICE, AnswerFields.CONTENT_PARTS, block);
    ContentOrder.part(draft, CHOICE, OWN);
  }

  private Json serverToolUse() {
    Map<String, Json> members = new LinkedHashMap<>(toolUse.orElseThrow().members());
    members.put("input", parsed(input.isEmpty() ? "{}" : input.toString()));
    return JsonWriter.json(text -> members.forEach(text::field));
  }

  private static Json parsed(String text) {
    try {
      return JsonValue.read(text).json();
    } catch (MalformedJsonException cut) {
      return JsonWriter.json(text);
    }
  }

  private Json result() {
    Map<String, Json> members =
        new LinkedHashMap<>(start.object(TOOL_RESULT).orElseThrow().members());
    String array = String.join(",", results.stream().map(Json::text).toList());
    members.put("content", new Json("[" + array + "]"));
    return JsonWriter.json(text -> members.forEach(text::field));
  }
}
