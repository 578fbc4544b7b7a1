package io.sluice.transport.netty.body;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The header fields of one binary message: name, type, value, one after the other. */
final class FrameHeaders {

  private static final int STRING = 7;

  private FrameHeaders() {}

  /**
   * The fields that are strings; of fields with one name the first counts.
   *
   * @throws Unreadable if a field is longer than its message, or has a type whose length is unknown
   */
  static Map<String, String> read(ByteBuffer bytes) {
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      while (bytes.hasRemaining()) {
        String name = text(bytes, bytes.get() & 0xFF);
        int type = bytes.get();
        String value = text(bytes, length(type, bytes));
        if (type == STRING) {
          fields.putIfAbsent(name, value);
        }
      }
    } catch (BufferUnderflowException cut) {
      throw unreadable();
    }
    return fields;
  }

  /** The bytes of a value by its type: flags, numbers, bytes, a string, a time, a UUID. */
  private static int length(int type, ByteBuffer bytes) {
    return switch (type) {
      case 0, 1 -> 0;
      case 2 -> Byte.BYTES;
      case 3 -> Short.BYTES;
      case 4 -> Integer.BYTES;
      case 5, 8 -> Long.BYTES;
      case 6, STRING -> bytes.getShort() & 0xFFFF;
      case 9 -> 2 * Long.BYTES;
      default -> throw unreadable();
    };
  }

  private static String text(ByteBuffer bytes, int length) {
    if (length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] text = new byte[length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static Unreadable unreadable() {
    return new Unreadable("a message of the stream has header fields that cannot be read");
  }
}
