package io.sluice.dialects.anthropic;

import io.sluice.json.JsonObject;
import io.sluice.json.MalformedJsonException;
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

  /** A block starts; one of that index that did not stop is taken to be whole. */
  void start(JsonObject event, JsonObject content, Draft draft) {
    last = index(event);
    stop(last, draft);
    open(last, content, draft);
  }

  /** A block goes on; one that never started is what its delta makes of it. */
  void add(JsonObject event, JsonObject delta, Draft draft) {
    last = index(event);
    Block block = open.get(last);
    if (block == null) {
      block = open(last, JsonObject.read(implied(delta.string("type").orElse(""))), draft);
    }
    block.add(delta, draft);
  }

  void stop(JsonObject event, Draft draft) {
    stop(index(event), draft);
  }

  /** Nothing more of any block will come. */
  void stopAll(Draft draft) {
    open.values().forEach(block -> block.stop(draft));
    open.clear();
  }

  /** A block that came in one piece. */
  void whole(JsonObject content, Draft draft) {
    Block block = block(content);
    block.start(draft);
    block.stop(draft);
  }

  private Block open(long index, JsonObject content, Draft draft) {
    if (open.size() == MOST_OPEN) {
      throw new MalformedJsonException("more than " + MOST_OPEN + " content blocks at a time");
    }
    room.take(content);
    Block block = block(content);
    open.put(index, block);
    block.start(draft);
    return block;
  }

  private void stop(long index, Draft draft) {
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
