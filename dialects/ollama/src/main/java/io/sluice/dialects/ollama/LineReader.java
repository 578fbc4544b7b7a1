package io.sluice.dialects.ollama;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.json.ErrorJson;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.json.Repetition;
import io.sluice.stream.Delta;
import io.sluice.stream.Delta.Fold;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Failure;
import io.sluice.stream.Origin;
import io.sluice.wire.WireFormat;
import io.sluice.wire.fold.ChunkDraft;
import io.sluice.wire.fold.ObjectEvents;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the lines of one answer, of a chat or of a bare prompt. Mutable. */
final class LineReader extends ObjectEvents {

  private static final int CHOICE = 0;
  private static final String DATE = "created_at";
  private static final String ANSWER = "response";
  private static final Repetition REPEATED_ANSWER = Repetition.of(ANSWER, DATE);
  private static final Repetition REPEATED_CONTENT = Repetition.of("content", DATE);
  private static final Repetition REPEATED_THOUGHT = Repetition.of("thinking", DATE);
  private static final String DONE = "done";
  private static final String REASON = "done_reason";
  private static final String PROMPT_TOKENS = "prompt_eval_count";
  private static final String ANSWER_TOKENS = "eval_count";
  private static final String CACHED_TOKENS = "prompt_eval_cached_count";

  private static final Set<String> OF_LINES =
      Set.of("model", DATE, "message", ANSWER, "thinking", DONE, REASON, "logprobs");
  private static final Set<String> OF_MESSAGES =
      Set.of("role", "content", "thinking", "tool_calls");

  private boolean begun;

  /** The date of the first line is that of the answer; each line has one of its own. */
  private Optional<Instant> created = Optional.empty();

  private int calls;

  LineReader() {
    super(WireFormat.OLLAMA);
  }

  @Override
  protected void event(String type, JsonObject line, String json, ChunkDraft draft) {
    Optional<Failure.Provider> error =
        line.value("error").isPresent() ? ErrorJson.read(json) : Optional.empty();
    if (error.isPresent()) {
      draft.failed(error.get());
      return;
    }
    if (!isAnswer(line)) {
      draft.foreign();
      return;
    }
    if (!begun) {
      begun = true;
      created = created(line);
      draft.assistant(CHOICE);
    }
    draft.origin(new Origin("", line.string("model").orElse(""), created));
    said(line, ANSWER, draft);
    line.object("message").ifPresent(message -> message(message, draft));
    logprobs(line, draft);
    line.members()
        .forEach(
            (name, value) -> {
              if (!OF_LINES.contains(name)) {
                draft.other(CHOICE, Place.CHUNK, name, value);
              }
            });
    if (line.flag(DONE).orElse(false)) {
      end(line, draft);
    }
  }

  private void message(JsonObject message, ChunkDraft draft) {
    said(message, "content", draft);
    message.elements("tool_calls").ifPresent(all -> all.forEach(call -> call(call, draft)));
    message
        .members()
        .forEach(
            (name, value) -> {
              if (!OF_MESSAGES.contains(name)) {
                draft.other(CHOICE, Place.MESSAGE, name, value);
              }
            });
  }

  private static void said(JsonObject from, String content, ChunkDraft draft) {
    String thought = from.string("thinking").orElse("");
    String text = from.string(content).orElse("");
    draft.reasoning(CHOICE, thought);
    draft.text(CHOICE, text);
    if (!text.isEmpty()) {
      draft.repeats(content.equals(ANSWER) ? REPEATED_ANSWER : REPEATED_CONTENT, words -> {});
    } else if (!thought.isEmpty()) {
      draft.repeats(REPEATED_THOUGHT, words -> {});
    }
  }

  /** Calls come whole. Their index is 0 for each on some servers, so they are counted here. */
  private void call(JsonValue value, ChunkDraft draft) {
    Optional<JsonObject> call = value.object();
    Optional<JsonObject> function = call.flatMap(it -> it.object("function"));
    if (function.isEmpty()) {
      return;
    }
    int index = calls++;
    String id =
        call.flatMap(it -> it.string("id"))
            .filter(it -> !it.isEmpty())
            .orElse(ToolCalls.MADE_UP + index);
    String name = function.get().string("name").orElse("");
    draft.add(new Delta.ToolCall(CHOICE, index, id, name, arguments(function.get()), Map.of()));
  }

  private static String arguments(JsonObject function) {
    return function
        .value("arguments")
        .map(value -> value.string().orElseGet(() -> value.json().text()))
        .orElse("{}");
  }

  private static void logprobs(JsonObject line, ChunkDraft draft) {
    line.elements("logprobs")
        .filter(all -> !all.isEmpty())
        .flatMap(all -> line.value("logprobs"))
        .ifPresent(
            all ->
                draft.other(
                    CHOICE,
                    Place.CHOICE,
                    "logprobs",
                    new Json("{\"content\":" + all.json().text() + "}"),
                    Fold.APPEND_MEMBERS));
  }

  /** An older server says no reason: its answer stands, but why it ended is not known. */
  private void end(JsonObject line, ChunkDraft draft) {
    usage(line).ifPresent(draft::usage);
    Optional<String> word = line.string(REASON).filter(it -> !it.isEmpty());
    word.ifPresent(it -> draft.other(CHOICE, Place.CHOICE, REASON, JsonWriter.json(it)));
    boolean called = calls > 0 && word.orElse("stop").equals("stop");
    if (called) {
      draft.finish(CHOICE, FinishReason.TOOL_CALLS);
    } else {
      word.ifPresent(it -> draft.finish(CHOICE, new FinishReason(it)));
    }
    draft.done();
  }

  private static Optional<Usage> usage(JsonObject line) {
    Map<String, Json> figures = new LinkedHashMap<>();
    for (String name : List.of(PROMPT_TOKENS, ANSWER_TOKENS, CACHED_TOKENS)) {
      line.value(name).ifPresent(value -> figures.put(name, value.json()));
    }
    if (figures.isEmpty()) {
      return Optional.empty();
    }
    Usage.Builder usage = Usage.builder(JsonWriter.json(text -> figures.forEach(text::field)));
    line.wholeNumber(PROMPT_TOKENS).ifPresent(n -> usage.promptTokens(bounded(n)));
    line.wholeNumber(ANSWER_TOKENS).ifPresent(n -> usage.completionTokens(bounded(n)));
    return Optional.of(usage.build());
  }

  /** More than any answer uses, and small enough to add several. */
  private static long bounded(long figure) {
    return Math.max(0, Math.min(1L << 50, figure));
  }

  private static Optional<Instant> created(JsonObject line) {
    try {
      return line.string(DATE).map(Instant::parse);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  /** The last line of an older server says nothing but that it is done. */
  @Override
  protected boolean isAnswer(JsonObject body) {
    boolean says = body.value("message").isPresent() || body.value(ANSWER).isPresent();
    return says
        ? body.value(DONE).isPresent() || body.value(DATE).isPresent()
        : body.flag(DONE).orElse(false);
  }

  @Override
  protected boolean endsByMarker() {
    return false;
  }
}
