package io.sluice.dialects.bedrock;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.MalformedJsonException;
import io.sluice.wire.fold.ChunkDraft;
import io.sluice.wire.fold.ContentOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The blocks of one message that are open. Text and reasoning have no start. Mutable. */
final class ContentBlocks {

  private static final int MOST_OPEN = 1024;

  private final Map<Long, ContentBlock> open = new TreeMap<>();
  private long latest;
  private int calls;

  boolean anyCall() {
    return calls > 0;
  }

  void start(JsonObject event, ChunkDraft draft) {
    latest = index(event);
    close(latest, draft);
    event.object("start").ifPresent(start -> put(ContentBlock.started(start), draft));
  }

  void add(JsonObject event, ChunkDraft draft) {
    latest = index(event);
    event
        .object("delta")
        .ifPresent(
            delta -> {
              ContentBlock block = open.get(latest);
              if (block == null) {
                block = put(ContentBlock.implied(delta), draft);
              }
              block.add(delta, draft);
            });
  }

  private ContentBlock put(ContentBlock block, ChunkDraft draft) {
    if (open.size() == MOST_OPEN) {
      throw new MalformedJsonException("more than " + MOST_OPEN + " content blocks at a time");
    }
    open.put(latest, block);
    if (block.isCall()) {
      block.call(calls++, draft);
    }
    return block;
  }

  void stop(JsonObject event, ChunkDraft draft) {
    close(index(event), draft);
  }

  private void close(long index, ChunkDraft draft) {
    ContentBlock block = open.remove(index);
    if (block != null) {
      block.stop(draft);
    }
  }

  void stopAll(ChunkDraft draft) {
    open.values().forEach(block -> block.stop(draft));
    open.clear();
  }

  /**
   * Ends the blocks whose ends will never come, and keeps what must not be lost of them. Calls stay
   * as they are: their arguments are incomplete.
   *
   * @return whether anything was kept
   */
  boolean breakOff(ChunkDraft draft) {
    List<ContentBlock> kept = open.values().stream().filter(ContentBlock::isKept).toList();
    kept.forEach(block -> block.stop(draft));
    open.clear();
    return !kept.isEmpty();
  }

  /** Adds a block of an answer in one piece. */
  void whole(JsonValue value, ChunkDraft draft) {
    value.object().ifPresent(block -> whole(block, value.json(), draft));
  }

  private void whole(JsonObject said, Json json, ChunkDraft draft) {
    if (said.string("text").isPresent() || said.object("toolUse").isPresent()) {
      ContentBlock block = ContentBlock.started(said);
      if (block.isCall()) {
        block.call(calls++, draft);
      }
      block.add(said, draft);
      block.stop(draft);
    } else if (said.object("reasoningContent").isPresent()) {
      said.object("reasoningContent")
          .flatMap(it -> it.object("reasoningText"))
          .flatMap(it -> it.string("text"))
          .ifPresent(text -> draft.reasoning(ConverseReader.CHOICE, text));
      ContentOrder.raw(draft, ConverseReader.CHOICE, BedrockDialect.NAME, json);
    } else if (said.object("citationsContent").isPresent()) {
      cited(said.object("citationsContent").orElseThrow(), draft);
    } else {
      draft.element(ConverseReader.CHOICE, AnswerFields.CONTENT_PARTS, json);
      ContentOrder.part(draft, ConverseReader.CHOICE, BedrockDialect.NAME);
    }
  }

  private static void cited(JsonObject content, ChunkDraft draft) {
    content
        .elements("content")
        .ifPresent(
            all ->
                all.forEach(
                    part ->
                        part.object()
                            .flatMap(it -> it.string("text"))
                            .ifPresent(text -> draft.text(ConverseReader.CHOICE, text))));
    content
        .elements("citations")
        .ifPresent(
            all ->
                all.forEach(
                    one ->
                        draft.element(
                            ConverseReader.CHOICE, AnswerFields.ANNOTATIONS, one.json())));
  }

  private long index(JsonObject event) {
    return event.wholeNumber("contentBlockIndex").orElse(latest);
  }
}
