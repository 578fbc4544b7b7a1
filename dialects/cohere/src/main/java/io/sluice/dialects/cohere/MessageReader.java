package io.sluice.dialects.cohere;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.json.Repetition;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Origin;
import io.sluice.wire.Payloads;
import io.sluice.wire.WireFormat;
import io.sluice.wire.fold.ChunkDraft;
import io.sluice.wire.fold.ObjectEvents;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads one answer. What an event is, its JSON says. Mutable; for one thread at a time. */
final class MessageReader extends ObjectEvents {

  /** The index of the only choice. */
  static final int CHOICE = 0;

  private static final String TOOL_CALLS = "tool_calls";
  private static final String CITATIONS = "citations";
  private static final String DEBUG = "debug";

  private static final Repetition TEXT = Repetition.of("text");
  private static final Repetition THOUGHT = Repetition.of("thinking");
  private static final Repetition ARGUMENTS = Repetition.of("arguments");

  private final StreamedCalls calls = new StreamedCalls();
  private final ToolPlan plan = new ToolPlan();

  MessageReader() {
    super(WireFormat.COHERE);
  }

  @Override
  protected void event(String type, JsonObject event, String json, ChunkDraft draft) {
    String name = event.string("type").orElse("");
    if (!name.equals(ToolPlan.EVENT_DELTA)) {
      plan.settle(draft);
    }
    Optional<JsonObject> message = event.object("delta").flatMap(it -> it.object("message"));
    switch (name) {
      case "message-start" -> start(event, draft);
      case "content-start", "content-delta" ->
          message.flatMap(it -> it.object("content")).ifPresent(part -> content(part, draft));
      case ToolPlan.EVENT_DELTA ->
          message.flatMap(it -> it.string(AnswerFields.TOOL_PLAN)).ifPresent(plan::add);
      case "tool-call-start" ->
          message
              .flatMap(it -> it.object(TOOL_CALLS))
              .ifPresent(it -> calls.start(event, it, draft));
      case "tool-call-delta" -> {
        message.flatMap(it -> it.object(TOOL_CALLS)).ifPresent(it -> calls.add(event, it, draft));
        draft.repeats(ARGUMENTS, words -> {});
      }
      case "tool-call-end" -> calls.stop(event, draft);
      case "citation-start" ->
          message.flatMap(it -> it.value(CITATIONS)).ifPresent(citation -> cited(citation, draft));
      case "message-end" -> {
        calls.stopAll(draft);
        MessageEnd.read(event.object("delta").orElse(event), draft);
      }
      case "content-end", "citation-end", DEBUG -> {}
      case ToolPlan.EVENT_UNFINISHED ->
          event.string(AnswerFields.TOOL_PLAN).ifPresent(text -> ToolPlan.keep(text, draft));
      default -> other(name, event, json, draft);
    }
  }

  private static void start(JsonObject event, ChunkDraft draft) {
    draft.origin(new Origin(event.string("id").orElse(""), "", Optional.empty()));
    draft.assistant(CHOICE);
  }

  private static void cited(JsonValue said, ChunkDraft draft) {
    said.elements()
        .orElse(List.of(said))
        .forEach(one -> draft.element(CHOICE, AnswerFields.ANNOTATIONS, one.json()));
  }

  private static void content(JsonObject part, ChunkDraft draft) {
    draft.reasoning(CHOICE, part.string("thinking").orElse(""));
    draft.text(CHOICE, part.string("text").orElse(""));
    draft.repeats(part.value("text").isPresent() ? TEXT : THOUGHT, words -> {});
  }

  /** An answer in one piece, an error, or an event of another version. */
  private void other(String name, JsonObject event, String json, ChunkDraft draft) {
    if (name.isEmpty() && isAnswer(event)) {
      whole(event, draft);
    } else if (name.equals("error") || (name.isEmpty() && event.string("message").isPresent())) {
      draft.failed(Payloads.error(json));
    } else {
      if (!name.isEmpty()) {
        draft.other(CHOICE, Place.CHUNK, name, new Json(json));
      }
      if (name.isEmpty() || !hasBegun()) {
        draft.foreign();
      }
    }
  }

  private void whole(JsonObject answer, ChunkDraft draft) {
    start(answer, draft);
    JsonObject message = answer.object("message").orElseThrow();
    message
        .elements("content")
        .ifPresent(all -> all.forEach(part -> part.object().ifPresent(it -> content(it, draft))));
    message.string(AnswerFields.TOOL_PLAN).ifPresent(text -> ToolPlan.keep(text, draft));
    List<JsonValue> called = message.elements(TOOL_CALLS).orElse(List.of());
    called.forEach(call -> call.object().ifPresent(it -> calls.whole(it, draft)));
    message
        .elements(CITATIONS)
        .ifPresent(
            all -> all.forEach(one -> draft.element(CHOICE, AnswerFields.ANNOTATIONS, one.json())));
    MessageEnd.read(answer, draft);
  }

  @Override
  protected Optional<Chunk> remainder(Duration at) {
    return plan.waiting()
        .map(
            text -> {
              var draft = new ChunkDraft();
              ToolPlan.keep(text, draft);
              String json =
                  JsonWriter.object(
                      it ->
                          it.field("type", ToolPlan.EVENT_UNFINISHED)
                              .field(AnswerFields.TOOL_PLAN, text));
              return draft.chunk(json, at);
            });
  }

  @Override
  protected boolean isAnswer(JsonObject body) {
    return body.object("message").isPresent() && body.value("finish_reason").isPresent();
  }

  /** A marker without an event that ends the message is no end. */
  @Override
  protected boolean endsByMarker() {
    return false;
  }
}
