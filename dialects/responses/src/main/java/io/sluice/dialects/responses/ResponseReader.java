package io.sluice.dialects.responses;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.Repetition;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Failure;
import io.sluice.stream.Origin;
import io.sluice.wire.Payloads;
import io.sluice.wire.WireFormat;
import io.sluice.wire.fold.ChunkDraft;
import io.sluice.wire.fold.ObjectEvents;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads one answer. What an event is, its JSON says; its {@code event} field is not needed.
 * Mutable; for one thread at a time.
 */
final class ResponseReader extends ObjectEvents {

  /** The index of the only choice. */
  static final int CHOICE = 0;

  private static final String OURS = "response.";

  private static final Repetition DELTA = Repetition.of("delta", "obfuscation", "sequence_number");

  private final OutputItems items = new OutputItems();
  private final ResponseEnd ending = new ResponseEnd(items);
  private String id = "";

  ResponseReader() {
    super(WireFormat.RESPONSES);
  }

  @Override
  protected void event(String type, JsonObject event, String json, ChunkDraft draft) {
    String name = event.string("type").orElse(type.startsWith(OURS) ? type : "");
    if (name.isEmpty() && isAnswer(event)) {
      ending.whole("", event, draft);
    } else if (name.equals(HeldItems.EVENT)) {
      HeldItems.read(event).forEach(item -> OutputItems.keep(item, draft));
    } else if (name.startsWith(OURS)) {
      known(name, event, json, draft);
    } else if (name.equals("error") || type.equals("error")) {
      draft.failed(error(json));
    } else {
      unknown(name, json, draft);
    }
  }

  private void known(String name, JsonObject event, String json, ChunkDraft draft) {
    switch (name) {
      case "response.created", "response.queued", "response.in_progress" ->
          event.object("response").ifPresent(response -> begin(response, json, draft));
      case "response.output_item.added" -> items.add(event, draft);
      case "response.output_text.delta" -> {
        OutputItem item = items.at(event);
        item.text(event, draft);
        logprobs(event, draft);
        draft.repeats(DELTA, item::count);
      }
      case "response.refusal.delta" -> items.at(event).refusal(event, draft);
      case "response.reasoning_summary_text.delta" -> {
        items.at(event).reasoning("summary_index", event, draft);
        draft.repeats(DELTA, words -> {});
      }
      case "response.reasoning_text.delta" -> {
        items.at(event).reasoning("content_index", event, draft);
        draft.repeats(DELTA, words -> {});
      }
      case "response.function_call_arguments.delta", "response.custom_tool_call_input.delta" -> {
        items.called(event, draft).arguments(event.string("delta").orElse(""), draft);
        draft.repeats(DELTA, words -> {});
      }
      case "response.output_text.annotation.added" ->
          event
              .value("annotation")
              .ifPresent(annotation -> items.at(event).annotation(annotation.json(), draft));
      case "response.output_text.done",
          "response.refusal.done",
          "response.reasoning_summary_text.done",
          "response.reasoning_text.done",
          "response.function_call_arguments.done",
          "response.custom_tool_call_input.done" ->
          items.whole(name, event, draft);
      case "response.output_item.done" -> items.stop(event, draft);
      case "response.completed", "response.incomplete", "response.failed", "response.cancelled" ->
          ending.read(name, event, draft);
      case "response.error" -> draft.failed(error(json));
      default -> {}
    }
  }

  /**
   * A gateway that lost its server may go on with another response, which is none of the first.
   * Before the first item, another id is only another name.
   */
  private void begin(JsonObject response, String json, ChunkDraft draft) {
    Origin origin = ResponseEnd.origin(response);
    boolean another = !id.isEmpty() && !origin.id().isEmpty() && !origin.id().equals(id);
    if (another && items.any()) {
      draft.failed(Payloads.secondAnswer(json));
      return;
    }
    id = origin.id().isEmpty() ? id : origin.id();
    draft.origin(origin);
  }

  private static void logprobs(JsonObject event, ChunkDraft draft) {
    Optional<List<JsonValue>> tokens = event.elements("logprobs").filter(all -> !all.isEmpty());
    tokens
        .flatMap(all -> event.value("logprobs"))
        .ifPresent(
            all ->
                draft.other(
                    CHOICE,
                    Delta.Place.CHOICE,
                    "logprobs",
                    new Json("{\"content\":" + all.json().text() + "}"),
                    Delta.Fold.APPEND_MEMBERS));
  }

  /** An event of a gateway or a later version says nothing, unless it is the answer's first. */
  private void unknown(String name, String json, ChunkDraft draft) {
    if (name.equals("keepalive") || name.equals("ping")) {
      return;
    }
    if (!name.isEmpty()) {
      draft.other(CHOICE, Delta.Place.CHUNK, name, new Json(json));
    }
    if (name.isEmpty() || !hasBegun()) {
      draft.foreign();
    }
  }

  /** The type of the event is not the type of the error. */
  private static Failure.Provider error(String json) {
    Failure.Provider error = Payloads.error(json);
    Optional<String> type = error.type().filter(word -> !word.equals("error"));
    return new Failure.Provider(error.code(), type, error.message());
  }

  @Override
  protected Optional<Chunk> remainder(Duration at) {
    return items.held().chunk(at);
  }

  @Override
  protected boolean isAnswer(JsonObject body) {
    return body.string("object").filter("response"::equals).isPresent();
  }

  /** Some gateways add an end marker, also where the answer has not ended. */
  @Override
  protected boolean endsByMarker() {
    return false;
  }

  /** Of an item that lost a part, signatures do not hold any more. */
  @Override
  protected boolean salvages() {
    return false;
  }
}
