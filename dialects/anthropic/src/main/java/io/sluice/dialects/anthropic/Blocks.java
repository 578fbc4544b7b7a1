package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.MalformedJsonException;
import io.sluice.stream.Irregularity.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content blocks of one message that have started and not stopped. Mutable; for one thread at a
 * time.
 */
final class Blocks {

  private static final int MOST_OPEN = 1024;

  private final Map<Long, Block> open = new TreeMap<>();
  private final Room room = new Room();
  private long last;
  private int toolCalls;
  private boolean any;

  /** Whether a block has ever started. */
  boolean any() {
    return any;
  }

  /** Starts a block; an open block with the same index is taken to be complete. */
  void start(JsonObject event, JsonObject content, EventDraft draft) {
    last = index(event);
    stop(last, draft);
    open(last, content, draft);
  }

  /**
   * Continues a block; if it never started, its delta determines its type, and an irregularity is
   * reported.
   */
  void add(JsonObject event, JsonObject delta, EventDraft draft) {
    last = index(event);
    Block block = open.get(last);
    if (block == null) {
      draft.irregular(Kind.UNEXPECTED_TYPE);
      block = open(last, JsonObject.read(implied(delta.string("type").orElse(""))), draft);
    }
    block.add(delta, draft);
  }

  void stop(JsonObject event, EventDraft draft) {
    stop(index(event), draft);
  }

  /** Ends all blocks, since the message is complete. */
  void stopAll(EventDraft draft) {
    open.values().forEach(block -> block.stop(draft));
    open.clear();
  }

  /**
   * Ends all open blocks, since their ends will never be received.
   *
   * @return the content of them to keep; nothing of blocks that exceeded their bound
   */
  List<Json> breakOff() {
    List<Json> remnants =
        room.isExceeded()
            ? List.of()
            : open.values().stream().flatMap(block -> block.remnant().stream()).toList();
    open.clear();
    return remnants;
  }

  /** Adds a block that is complete in one event. */
  void whole(JsonObject content, EventDraft draft) {
    any = true;
    Block block = block(content);
    block.start(draft);
    block.stop(draft);
  }

  private Block open(long index, JsonObject content, EventDraft draft) {
    if (open.size() == MOST_OPEN) {
      throw new MalformedJsonException("more than " + MOST_OPEN + " content blocks at a time");
    }
    room.take(content);
    any = true;
    Block block = block(content);
    open.put(index, block);
    block.start(draft);
    return block;
  }

  private void stop(long index, EventDraft draft) {
    Block stopped = open.remove(index);
    if (stopped != null) {
      stopped.stop(draft);
    }
  }

  private Block block(JsonObject content) {
    return switch (content.string("type").orElse("text")) {
      case "text" -> new TextBlock(content);
      case "tool_use" -> new ToolUseBlock(content, toolCalls++);
      default -> new KeptBlock(content, room);
    };
  }

  private long index(JsonObject event) {
    return event.wholeNumber("index").orElse(last);
  }

  private static String implied(String delta) {
    return switch (delta) {
      case "text_delta", "citations_delta", "" -> "{\"type\":\"text\"}";
      case "input_json_delta" -> "{\"type\":\"tool_use\"}";
      case "thinking_delta", "signature_delta" -> "{\"type\":\"thinking\"}";
      default -> "{\"type\":\"unknown\"}";
    };
  }
}
