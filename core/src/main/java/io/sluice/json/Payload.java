package io.sluice.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The payload of an event, where it stands in bytes and as text. Lent for a call; for one thread.
 */
final class Payload {

  private final byte[] bytes;
  private final int offset;
  private final int length;
  private @Nullable String json;

  private Payload(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
  }

  /** What remains of the buffer, where it stands if that is on the heap; moves its position. */
  static Payload of(ByteBuffer buffer) {
    byte[] bytes;
    int offset = 0;
    int length = buffer.remaining();
    if (buffer.hasArray()) {
      bytes = buffer.array();
      offset = buffer.arrayOffset() + buffer.position();
      buffer.position(buffer.limit());
    } else {
      bytes = new byte[length];
      buffer.get(bytes);
    }
    return new Payload(bytes, offset, length);
  }

  static Payload of(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new Payload(bytes, 0, bytes.length);
  }

  /** Whether the text says the same as the bytes, of which nothing had to be replaced. */
  boolean isValid() {
    return json().indexOf('\uFFFD') < 0 || Utf8.isValid(bytes, offset, length);
  }

  /** In UTF-8; what is not of the payload stands around it. */
  byte[] bytes() {
    return bytes;
  }

  int offset() {
    return offset;
  }

  int length() {
    return length;
  }

  /** Made when it is first asked for, which is not at all where bytes do. */
  String json() {
    if (json == null) {
      json = Utf8.decode(bytes, offset, length);
    }
    return json;
  }
}
