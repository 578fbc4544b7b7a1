package io.sluice.benchmarks.peers.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Everything that is ever sent, made once. Each event is an HTTP chunk of its own. */
final class Bytes {

  /** So many chunks make a block that is written at once. */
  static final int BLOCK = 100;

  static final ByteBuf HEAD =
      kept(
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n");

  static final ByteBuf BEGIN =
      kept(event(chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null")));

  static final ByteBuf END = kept(event(chunk("{}", "\"stop\"")) + event("[DONE]") + "0\r\n\r\n");

  private static final String[] WORDS = {
    " blossoms", " in", " the", " quiet", " river", " of", " loops", ",", " and", " \\\"null\\\""
  };

  private static final ByteBuf ONE = kept(word(0));

  private static final ByteBuf MANY = kept(words());

  /** Wide enough for any clock. */
  private static final String STAMP = "0000000000000000000";

  private static final String STAMPED = event(chunk("{\"content\":\"" + STAMP + "\"}", "null"));

  private Bytes() {}

  static ByteBuf one() {
    return ONE.retainedDuplicate();
  }

  static ByteBuf block() {
    return MANY.retainedDuplicate();
  }

  /** One chunk whose text is that moment. */
  static ByteBuf stamped(long nanoTime) {
    String digits = String.valueOf(nanoTime);
    int from = STAMPED.indexOf(STAMP);
    byte[] bytes = STAMPED.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < digits.length(); i++) {
      bytes[from + STAMP.length() - digits.length() + i] = (byte) digits.charAt(i);
    }
    return Unpooled.wrappedBuffer(bytes);
  }

  private static String words() {
    var text = new StringBuilder();
    for (int i = 0; i < BLOCK; i++) {
      text.append(word(i));
    }
    return text.toString();
  }

  private static String word(int number) {
    return event(chunk("{\"content\":\"" + WORDS[number % WORDS.length] + "\"}", "null"));
  }

  /** As OpenAI sends it, some 330 bytes long. */
  private static String chunk(String delta, String finish) {
    return "{\"id\":\"chatcmpl-B1a2b3c4d5e6f7g8h9i0j1k2l3m4n\",\"object\":\"chat.completion.chunk\","
               + "\"created\":1741569952,\"model\":\"gpt-4o-mini-2024-07-18\",\"service_tier\":\"default\","
               + "\"system_fingerprint\":\"fp_b376dfbbd5\",\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"logprobs\":null,\"finish_reason\":"
        + finish
        + "}],\"usage\":null,\"obfuscation\":\"q3ZkPw8dVt\"}";
  }

  private static String event(String data) {
    String event = "data: " + data + "\n\n";
    return Integer.toHexString(event.length()) + "\r\n" + event + "\r\n";
  }

  private static ByteBuf kept(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return Unpooled.unreleasableBuffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes));
  }
}
