package io.sluice.transport.netty;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils bytes in ways that a parser of event streams and of chunks should be tried with. */
final class Mutation {

  private static final int LONGEST = 16 * 1024;

  private static final List<String> WORDS =
      List.of(
          "data: ",
          "data:",
          "\n\n",
          "\r",
          "\r\n",
          "\n",
          ":",
          "event: error\n",
          "id: \0\n",
          "retry: 99999999999999999999\n",
          "[DONE]",
          "data: [DONE]\n\n",
          "{",
          "}",
          "[",
          "]",
          "\"",
          ",",
          "null",
          "true",
          "1e999",
          "-0",
          "\\u",
          "\\ud800",
          "\\",
          "\"choices\":[",
          "\"delta\":{",
          "\"index\":1023,",
          "\"index\":1024,",
          "\"index\":-1,",
          "\"finish_reason\":\"stop\"",
          "\"finish_reason\":\"\"",
          "\"content\":",
          "\"tool_calls\":[{",
          "\"function_call\":{",
          "\"arguments\":{",
          "\"error\":",
          "\"usage\":{",
          "\"message\":{",
          "\uFEFF",
          "\u2028");

  private final RandomGenerator random;
  private final List<byte[]> corpus;

  Mutation(RandomGenerator random, List<byte[]> corpus) {
    this.random = random;
    this.corpus = corpus;
  }

  /** One of the corpus, spoilt in one place or in a few. */
  byte[] next() {
    byte[] bytes = any();
    int places = 1 + random.nextInt(6);
    for (int i = 0; i < places; i++) {
      bytes = spoilt(bytes);
    }
    return bytes.length > LONGEST ? cut(bytes, 0, LONGEST) : bytes;
  }

  private byte[] spoilt(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(40));
    return switch (random.nextInt(7)) {
      case 0 -> flipped(bytes, from);
      case 1 -> joined(cut(bytes, 0, from), cut(bytes, to, bytes.length));
      case 2 -> joined(cut(bytes, 0, to), cut(bytes, from, bytes.length));
      case 3, 4 -> joined(cut(bytes, 0, from), word(), cut(bytes, from, bytes.length));
      case 5 -> joined(cut(bytes, 0, from), tail(any()));
      default -> cut(bytes, 0, from);
    };
  }

  private byte[] flipped(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    if (at < copy.length) {
      copy[at] = (byte) random.nextInt(256);
    }
    return copy;
  }

  private byte[] word() {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] tail(byte[] bytes) {
    return cut(bytes, random.nextInt(bytes.length + 1), bytes.length);
  }

  private byte[] any() {
    return corpus.get(random.nextInt(corpus.size()));
  }

  private static byte[] cut(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
