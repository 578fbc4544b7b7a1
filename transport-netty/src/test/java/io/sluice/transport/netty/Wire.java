package io.sluice.transport.netty;

import java.nio.charset.StandardCharsets;

/** Bytes as servers send them. */
public final class Wire {

  public static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

  public static final String CHUNKED_HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

  public static final String LAST = "0\r\n\r\n";

  public static final String DONE = "data: [DONE]\n\n";

  private Wire() {}

  public static String text(String content) {
    return "data: {\"id\":\"c1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
        + content
        + "\"}}]}\n\n";
  }

  public static String finish(String reason) {
    return "data: {\"id\":\"c1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},"
        + "\"finish_reason\":\""
        + reason
        + "\"}]}\n\n";
  }

  public static String error(String message, String code) {
    return "data: {\"error\":{\"message\":\"" + message + "\",\"code\":\"" + code + "\"}}\n\n";
  }

  public static String chunked(String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return Integer.toHexString(length) + "\r\n" + text + "\r\n";
  }

  public static String response(int status, String fields, String body) {
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
