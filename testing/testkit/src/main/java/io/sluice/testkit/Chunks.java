package io.sluice.testkit;

import io.sluice.json.ChunkReader;
import io.sluice.json.JsonWriter;
import io.sluice.stream.Chunk;
import java.time.Duration;

/** Chunks as a server would send them, each read from its JSON by Sluice's own reader. */
public final class Chunks {

  private Chunks() {}

  /** Visible text of choice 0. */
  public static Chunk text(String text) {
    return text(0, text);
  }

  /** Visible text of a choice. */
  public static Chunk text(int choice, String text) {
    return delta(choice, JsonWriter.object(delta -> delta.field("content", text)));
  }

  /** Thinking of choice 0. */
  public static Chunk reasoning(String text) {
    return delta(0, JsonWriter.object(delta -> delta.field("reasoning_content", text)));
  }

  /** The role of choice 0 and nothing else, with which most streams begin. */
  public static Chunk role() {
    return delta(0, "{\"role\":\"assistant\",\"content\":\"\"}");
  }

  /** A fragment of a tool call. */
  public static Chunk toolCall(String arguments) {
    String function = JsonWriter.object(call -> call.field("arguments", arguments));
    return delta(0, "{\"tool_calls\":[{\"index\":0,\"function\":" + function + "}]}");
  }

  /** A chunk with a field in its delta that Sluice does not model. */
  public static Chunk unknown() {
    return delta(0, "{\"mood\":{\"valence\":0.5}}");
  }

  /** The finish of choice 0, with reason {@code stop}. */
  public static Chunk finish() {
    return finish(0);
  }

  /** The finish of a choice, with reason {@code stop}. */
  public static Chunk finish(int choice) {
    return read(
        "{\"choices\":[{\"index\":" + choice + ",\"delta\":{},\"finish_reason\":\"stop\"}]}");
  }

  /** The server's usage without a choice, as in the last chunk of a stream with usage. */
  public static Chunk usage(long prompt, long completion) {
    String usage =
        JsonWriter.object(
            figures ->
                figures
                    .field("prompt_tokens", prompt)
                    .field("completion_tokens", completion)
                    .field("total_tokens", prompt + completion));
    return read("{\"choices\":[],\"usage\":" + usage + "}");
  }

  /** Reads a chunk from this JSON object. */
  public static Chunk read(String json) {
    return new ChunkReader().read(json, Duration.ofMillis(1), forgiven -> {});
  }

  private static Chunk delta(int choice, String delta) {
    return read("{\"choices\":[{\"index\":" + choice + ",\"delta\":" + delta + "}]}");
  }
}
