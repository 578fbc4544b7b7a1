package io.sluice.cli.record;

import io.sluice.json.Utf8;
import io.sluice.stream.WireTap;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes of an answer, piece by piece: each up to the end of the event that holds a chunk, with
 * whatever stands before it. Holds what has been told and not taken, of which {@value #MOST} bytes
 * at most: twice as long as an event may be. Thread-safe.
 */
public final class WireBlocks implements WireTap {
  private static final int MOST = 32 * 1024 * 1024;
  private static final byte[] NOTHING = {};

  private byte[] told = NOTHING;
  private int from;
  private int to;

  @Override
  public synchronized void sent() {
    from = 0;
    to = 0;
  }

  @Override
  public synchronized void bytes(ByteBuffer bytes) {
    int kept = to - from;
    int more = Math.min(bytes.remaining(), MOST - kept);
    if (told.length - to < more) {
      told = Arrays.copyOfRange(told, from, from + Math.max(kept + more, 2 * kept));
      from = 0;
      to = kept;
    }
    bytes.get(told, to, more);
    to += more;
  }

  @Override
  public void end() {}

  /** Up to the blank line behind the event whose data is {@code json}; nothing if none is it. */
  public synchronized byte[] through(String json) {
    return take(endOf(json));
  }

  /** All that has not been taken. */
  public synchronized byte[] rest() {
    return take(to);
  }

  private byte[] take(int end) {
    byte[] taken = Arrays.copyOfRange(told, from, end);
    from = end;
    return taken;
  }

  /** Where that event ends; where the reading began if it is not there. */
  private int endOf(String json) {
    var data = new StringBuilder();
    int start = from;
    while (start < to) {
      int end = endOfLine(start);
      String line = withoutMark(Utf8.decode(told, start, end - start));
      start = startOfNext(end);
      if (line.startsWith("data:")) {
        String value = line.substring("data:".length());
        data.append(value.startsWith(" ") ? value.substring(1) : value).append('\n');
      } else if (line.isEmpty()) {
        if (data.toString().equals(json + "\n")) {
          return start;
        }
        data.setLength(0);
      }
    }
    return from;
  }

  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < to && told[end] != '\n' && told[end] != '\r') {
      end++;
    }
    return end;
  }

  private int startOfNext(int end) {
    boolean both = end + 1 < to && told[end] == '\r' && told[end + 1] == '\n';
    return Math.min(to, end + (both ? 2 : 1));
  }
}
