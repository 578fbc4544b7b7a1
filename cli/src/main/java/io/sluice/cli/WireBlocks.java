package io.sluice.cli;

import io.sluice.json.Utf8;
import io.sluice.stream.WireTap;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes of an answer, piece by piece: each up to the end of the event that holds a chunk, with
 * whatever stands before it. Holds what has been told and not taken, of which {@value #MOST} bytes
 * at most: twice as long as an event may be. Thread-safe.
 */
final class WireBlocks implements WireTap {
  private static final int MOST = 32 * 1024 * 1024;
  private static final byte[] NOTHING = {};

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @Override
  public synchronized void sent() {
    told.reset();
  }

  @Override
  public synchronized void bytes(ByteBuffer bytes) {
    byte[] copy = new byte[Math.min(bytes.remaining(), MOST - told.size())];
    bytes.get(copy);
    told.writeBytes(copy);
  }

  @Override
  public void end() {}

  /** Up to the blank line behind the event whose data is {@code json}; nothing if none is it. */
  synchronized byte[] through(String json) {
    byte[] bytes = told.toByteArray();
    int end = endOf(bytes, json);
    if (end < 0) {
      return NOTHING;
    }
    told.reset();
    told.write(bytes, end, bytes.length - end);
    return Arrays.copyOf(bytes, end);
  }

  /** All that has not been taken. */
  synchronized byte[] rest() {
    byte[] bytes = told.toByteArray();
    told.reset();
    return bytes;
  }

  private static int endOf(byte[] bytes, String json) {
    var data = new StringBuilder();
    int start = 0;
    while (start < bytes.length) {
      int end = endOfLine(bytes, start);
      String line = withoutMark(Utf8.decode(bytes, start, end - start));
      start = startOfNext(bytes, end);
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
    return -1;
  }

  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static int endOfLine(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return end;
  }

  private static int startOfNext(byte[] bytes, int end) {
    boolean both = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
    return Math.min(bytes.length, end + (both ? 2 : 1));
  }
}
