package io.sluice.cli;

import java.nio.charset.StandardCharsets;

/** Bytes as servers send them, put together by hand. */
final class WireBytes {

  static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

  static final String CHUNKED_HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

  static final String LAST_CHUNK = "0\r\n\r\n";

  static final String DONE = "data: [DONE]\n\n";

  /** The role, three pieces of "Hello", the finish reason. */
  static final String HELLO =
      delta("{\"role\":\"assistant\",\"content\":\"\"}")
          + text("Hel")
          + text("lo")
          + finish("stop");

  private WireBytes() {}

  static String data(String json) {
    return "data: " + json + "\n\n";
  }

  /** A chunk whose {@code choices} hold that. */
  static String choices(String choices) {
    return data(
        "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,"
            + "\"model\":\"m\",\"choices\":["
            + choices
            + "]}");
  }

  static String delta(String delta) {
    return choices("{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":null}");
  }

  static String text(String content) {
    return delta("{\"content\":\"" + content + "\"}");
  }

  /** Text of another choice than the first. */
  static String text(int choice, String content) {
    return choices("{\"index\":" + choice + ",\"delta\":{\"content\":\"" + content + "\"}}");
  }

  static String finish(String reason) {
    return finish(0, reason);
  }

  static String finish(int choice, String reason) {
    return choices("{\"index\":" + choice + ",\"delta\":{},\"finish_reason\":\"" + reason + "\"}");
  }

  /** A fragment of a tool call: what stands in its braces. */
  static String call(String members) {
    return delta("{\"tool_calls\":[{" + members + "}]}");
  }

  /** HTTP's chunked framing of one piece. */
  static String chunked(String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return Integer.toHexString(length) + "\r\n" + text + "\r\n";
  }

  /** A whole response with that status, those header lines and that body. */
  static String response(int status, String fields, String body) {
    return "HTTP/1.1 "
        + status
        + " X\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n"
        + fields
        + "\r\n"
        + body;
  }
}
