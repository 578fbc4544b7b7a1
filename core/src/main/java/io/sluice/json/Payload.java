package io.sluice.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The payload of an event, as bytes and as text. Lent for a call; for one thread. */
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

  /** The remaining bytes of the buffer, without a copy if it is on the heap; moves its position. */
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

  /** Whether the bytes are valid UTF-8, so that no character of the text was replaced. */
  boolean isValid() {
    return json().indexOf('\uFFFD') < 0 || Utf8.isValid(bytes, offset, length);
  }

  /** The array with the payload in UTF-8; other bytes may surround it. */
  byte[] bytes() {
    return bytes;
  }

  int offset() {
    return offset;
  }

  int length() {
    return length;
  }

  /** Created on first use; not used at all if the bytes are enough. */
  String json() {
    if (json == null) {
      json = Utf8.decode(bytes, offset, length);
    }
    return json;
  }
}
