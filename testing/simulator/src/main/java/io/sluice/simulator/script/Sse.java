package io.sluice.simulator.script;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Encodes events by the standard (WHATWG HTML, "Server-sent events"). It shares no code with any
 * decoder, so that it can test them.
 */
public final class Sse {
  /** The content type of an event stream. */
  public static final String CONTENT_TYPE = "text/event-stream; charset=utf-8";

  private static final Step.Head HEAD = head(CONTENT_TYPE);

  private Sse() {}

  /** The head of a healthy stream. */
  public static Step.Head head() {
    return HEAD;
  }

  /** The head of a 200 of any content type. */
  public static Step.Head head(String contentType) {
    return new Step.Head(200, Map.of("Content-Type", contentType))
        .with("Cache-Control", "no-cache");
  }

  /** An event whose data is one line. */
  public static Step.Event data(Mark mark, String line) {
    return new Step.Event(mark, bytes("data: " + line + "\n\n"));
  }

  /** The marker that ends a chat stream. */
  public static Step.Event done() {
    return data(Mark.DONE, "[DONE]");
  }

  private static ByteBuffer bytes(String text) {
    return StandardCharsets.UTF_8.encode(text);
  }
}
