package io.sluice.wire;

import io.sluice.json.ErrorJson;
import io.sluice.json.MalformedJsonException;
import io.sluice.stream.Failure;
import io.sluice.stream.OneLine;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What an event's data is when it is no chunk. */
public final class Payloads {

  private static final byte[] END_MARKER = {'[', 'D', 'O', 'N', 'E', ']'};

  private Payloads() {}

  /** Whether it is {@code [DONE]}, white space around it aside. */
  public static boolean isEndMarker(ByteBuffer bytes) {
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
  public static boolean isKeepAlive(ByteBuffer bytes) {
    int start = firstVisible(bytes);
    return start == bytes.limit() || bytes.get(start) == ':';
  }

  /** The failure of a stream that holds what is no JSON of the right shape. */
  public static Failure.Protocol malformed(MalformedJsonException malformed, String text) {
    String excerpt = OneLine.of(text);
    String start = excerpt.length() > 80 ? excerpt.substring(0, 80) + "…" : excerpt;
    return new Failure.Protocol(
        "the server sent " + malformed.getMessage() + ": " + start, excerpt);
  }

  /** The error that a text is known to be, whatever it looks like. */
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
