package io.sluice.runlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** One line of a log, without its line feed. Immutable; readers share its bytes. */
public final class LogLine {

  private static final byte[] TYPE = "{\"type\":\"".getBytes(UTF_8);
  private static final int LONGEST_TYPE = 32;

  private final long number;
  private final byte[] bytes;

  LogLine(long number, byte[] bytes) {
    this.number = number;
    this.bytes = bytes;
  }

  /** The number of the line in its log, from 1. It never changes. */
  public long number() {
    return number;
  }

  /** How many bytes the line has. */
  public int size() {
    return bytes.length;
  }

  /** The line in UTF-8: a view that cannot be written, with a position of its own. */
  public ByteBuffer bytes() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  /** The line as text. */
  public String text() {
    return new String(bytes, UTF_8);
  }

  /**
   * The type that the line says it has, such as {@code "chunk"}; empty if it says none. Nothing
   * else of the line is read if its type stands first, as a {@code TranscriptWriter} has it.
   */
  public String type() {
    if (startsWithType()) {
      int end = TYPE.length;
      while (end < Math.min(bytes.length, TYPE.length + LONGEST_TYPE) && bytes[end] != '"') {
        end++;
      }
      return new String(bytes, TYPE.length, end - TYPE.length, UTF_8);
    }
    try {
      return JsonObject.read(text()).string("type").orElse("");
    } catch (IllegalArgumentException notJson) {
      return "";
    }
  }

  @Override
  public String toString() {
    return number + ": " + text();
  }

  private boolean startsWithType() {
    return bytes.length > TYPE.length && Arrays.equals(bytes, 0, TYPE.length, TYPE, 0, TYPE.length);
  }
}
