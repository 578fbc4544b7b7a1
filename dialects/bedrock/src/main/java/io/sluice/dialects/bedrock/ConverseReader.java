package io.sluice.dialects.bedrock;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Failure;
import io.sluice.stream.OneLine;
import io.sluice.wire.Payloads;
import io.sluice.wire.WireFormat;
import io.sluice.wire.fold.ChunkDraft;
import io.sluice.wire.fold.ObjectEvents;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one answer, streamed or in one piece. Mutable; for one thread at a time. */
final class ConverseReader extends ObjectEvents {

  /** The index of the only choice. */
  static final int CHOICE = 0;

  /** The end of the names of errors. */
  static final String EXCEPTION = "Exception";

  /** The type of a message that no server sends: what a broken stream left in its blocks. */
  private static final String UNFINISHED = "sluice_unfinished";

  private static final String STOP_REASON = "stopReason";
  private static final String EXTRAS = "additionalModelResponseFields";

  private final ContentBlocks blocks = new ContentBlocks();

  ConverseReader() {
    super(WireFormat.BEDROCK);
  }

  @Override
  protected void event(String type, JsonObject object, String json, ChunkDraft draft) {
    if (isAnswer(object)) {
      whole(object, draft);
      return;
    }
    object
        .members()
        .forEach((name, value) -> event(name, new JsonValue(value).object(), value, json, draft));
  }

  private void event(
      String name, Optional<JsonObject> said, Json value, String json, ChunkDraft draft) {
    JsonObject event = said.orElseGet(() -> JsonObject.read("{}"));
    switch (name) {
      case "messageStart" -> draft.assistant(CHOICE);
      case "contentBlockStart" -> blocks.start(event, draft);
      case "contentBlockDelta" -> blocks.add(event, draft);
      case "contentBlockStop" -> blocks.stop(event, draft);
      case "messageStop" -> stop(event, draft);
      case "metadata" -> metadata(event, draft);
      case UNFINISHED -> blocks.breakOff(draft);
      case "error" -> draft.failed(Payloads.error(json));
      default -> {
        if (name.endsWith(EXCEPTION)) {
          draft.failed(exception(name, event));
        } else {
          draft.other(CHOICE, Place.CHUNK, name, value);
          if (name.isEmpty() || !hasBegun()) {
            draft.foreign();
          }
        }
      }
    }
  }

  private static Failure.Provider exception(String name, JsonObject event) {
    String message = message(event).map(OneLine::of).orElse("the server reported " + name);
    return new Failure.Provider(Optional.of(name), Optional.empty(), message);
  }

  /** What an exception says. */
  static Optional<String> message(JsonObject exception) {
    return Stream.of("message", "Message", "originalMessage")
        .flatMap(member -> exception.string(member).stream())
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private void stop(JsonObject event, ChunkDraft draft) {
    blocks.stopAll(draft);
    event.value(EXTRAS).ifPresent(it -> draft.other(CHOICE, Place.CHOICE, EXTRAS, it.json()));
    event
        .string(STOP_REASON)
        .filter(word -> !word.isEmpty())
        .ifPresent(
            word -> {
              draft.other(CHOICE, Place.CHOICE, STOP_REASON, JsonWriter.json(word));
              draft.finish(CHOICE, reason(word));
            });
  }

  private FinishReason reason(String word) {
    return switch (word) {
      case "end_turn", "stop_sequence" ->
          blocks.anyCall() && word.equals("end_turn") ? FinishReason.TOOL_CALLS : FinishReason.STOP;
      case "tool_use" -> FinishReason.TOOL_CALLS;
      case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
      case "guardrail_intervened", "content_filtered" -> FinishReason.CONTENT_FILTER;
      default -> new FinishReason(word);
    };
  }

  /** Comes after the stop, and is the last. */
  private static void metadata(JsonObject event, ChunkDraft draft) {
    event.object("usage").ifPresent(all -> usage(all, event, draft));
    for (String name : List.of("metrics", "trace", "performanceConfig")) {
      event.value(name).ifPresent(it -> draft.other(CHOICE, Place.CHUNK, name, it.json()));
    }
  }

  /** Tokens read from or written to a cache are not included in {@code inputTokens}. */
  private static void usage(JsonObject figures, JsonObject event, ChunkDraft draft) {
    Usage.Builder usage = Usage.builder(event.value("usage").orElseThrow().json());
    if (figures.wholeNumber("inputTokens").isPresent()) {
      usage.promptTokens(
          Stream.of("inputTokens", "cacheReadInputTokens", "cacheWriteInputTokens")
              .mapToLong(name -> bounded(figures.wholeNumber(name).orElse(0)))
              .sum());
    }
    figures.wholeNumber("outputTokens").ifPresent(n -> usage.completionTokens(bounded(n)));
    draft.usage(usage.build());
  }

  /** More than any answer uses, and small enough to add several. */
  private static long bounded(long figure) {
    return Math.max(0, Math.min(1L << 50, figure));
  }

  private void whole(JsonObject answer, ChunkDraft draft) {
    draft.assistant(CHOICE);
    answer
        .object("output")
        .flatMap(output -> output.object("message"))
        .flatMap(message -> message.elements("content"))
        .ifPresent(all -> all.forEach(block -> blocks.whole(block, draft)));
    metadata(answer, draft);
    stop(answer, draft);
    draft.done();
  }

  @Override
  protected Optional<Chunk> remainder(Duration at) {
    var draft = new ChunkDraft();
    return blocks.breakOff(draft)
        ? Optional.of(
            draft.chunk(JsonWriter.object(text -> text.object(UNFINISHED, none -> {})), at))
        : Optional.empty();
  }

  @Override
  protected boolean isAnswer(JsonObject body) {
    return body.object("output").isPresent() && body.value(STOP_REASON).isPresent();
  }

  @Override
  protected boolean endsByMarker() {
    return false;
  }

  /** Of a block that lost a part, signatures do not hold any more. */
  @Override
  protected boolean salvages() {
    return false;
  }
}
