package io.sluice.wire;

import io.sluice.json.ErrorJson;
import io.sluice.json.MalformedJsonException;
import io.sluice.stream.Failure;
import io.sluice.stream.OneLine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Interprets an event's data that is not a chunk. */
public final class Payloads {

  private static final byte[] END_MARKER = {'[', 'D', 'O', 'N', 'E', ']'};

  /** The number of received characters that a message shows. */
  private static final int SHOWN = 80;

  private Payloads() {}

  /** Whether it is {@code [DONE]}, white space around it aside. */
  static boolean isEndMarker(ByteBuffer bytes) {
    int start = firstVisible(bytes);
    int end = bytes.limit();
    while (end > start && bytes.get(end - 1) <= ' ') {
      end--;
    }
    if (end - start != END_MARKER.length) {
      return false;
    }
    for (int i = 0; i < END_MARKER.length; i++) {
      if (bytes.get(start + i) != END_MARKER[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is empty, or a comment that a gateway wrapped up as data. */
  static boolean isKeepAlive(ByteBuffer bytes) {
    int start = firstVisible(bytes);
    return start == bytes.limit() || bytes.get(start) == ':';
  }

  /** The failure of a stream that holds what is no JSON of the right shape: what, and where. */
  static Failure.Protocol malformed(MalformedJsonException malformed, String text) {
    String place =
        malformed.offset().isPresent()
            ? place(text, malformed.offset().getAsInt())
            : ": " + start(OneLine.of(text));
    return new Failure.Protocol(
        "the server sent " + malformed.getMessage() + place, OneLine.of(text));
  }

  /**
   * The failure of an answer that is not in the format of its dialect and begins with this text.
   */
  public static Failure.Protocol foreign(WireFormat expected, String text) {
    String excerpt = OneLine.of(text);
    String found =
        WireFormat.of(text)
            .filter(format -> format != expected)
            .map(format -> "it looks like " + format)
            .orElse("it begins with: " + start(excerpt));
    return new Failure.Protocol("the server's answer is not " + expected + "; " + found, excerpt);
  }

  /**
   * The failure of a stream in which a second answer begins, with {@code json}, before the end of
   * the first.
   */
  public static Failure.Protocol secondAnswer(String json) {
    return new Failure.Protocol(
        "a second answer began before the first one had ended; what came of the first is kept",
        OneLine.of(json));
  }

  /** The beginning of a line. */
  static String start(String line) {
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }

  /** The text around the byte at which reading stopped; characters are counted from 1. */
  private static String place(String text, int offset) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int at = new String(bytes, 0, Math.min(offset, bytes.length), StandardCharsets.UTF_8).length();
    int from = at <= SHOWN / 2 ? 0 : at - SHOWN / 2;
    int to = Math.min(text.length(), from + SHOWN);
    String around =
        (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    return " at character " + Math.max(1, at) + ", in: " + OneLine.of(around);
  }

  /** The error for a text that is known to report one, in any form. */
  public static Failure.Provider error(String text) {
    return ErrorJson.read(text)
        .orElseGet(
            () -> {
              String line = OneLine.of(text);
              String message = line.isEmpty() ? "the provider reported an error" : line;
              return new Failure.Provider(Optional.empty(), Optional.empty(), message);
            });
  }

  private static int firstVisible(ByteBuffer bytes) {
    int start = bytes.position();
    while (start < bytes.limit() && bytes.get(start) <= ' ' && bytes.get(start) >= 0) {
      start++;
    }
    return start;
  }
}
