package io.sluice.transport.netty.mask;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A text to search for in bytes with Horspool's algorithm: the longer it is, the fewer bytes are
 * examined. Immutable.
 */
final class Needle {

  private final byte[] bytes;
  private final int[] skips = new int[256];

  /** Creates the needle from one byte or more. */
  Needle(byte[] bytes) {
    this.bytes = bytes.clone();
    Arrays.fill(skips, bytes.length);
    for (int i = 0; i < bytes.length - 1; i++) {
      skips[bytes[i] & 0xFF] = bytes.length - 1 - i;
    }
  }

  /** Whether it occurs in the remaining bytes of {@code text}, whose position is not changed. */
  boolean isIn(ByteBuffer text) {
    if (text.hasArray()) {
      int offset = text.arrayOffset();
      return isIn(text.array(), offset + text.position(), offset + text.limit());
    }
    byte[] copy = new byte[text.remaining()];
    text.duplicate().get(copy);
    return isIn(copy, 0, copy.length);
  }

  private boolean isIn(byte[] text, int start, int end) {
    int length = bytes.length - 1;
    byte last = bytes[length];
    int at = start + length;
    while (at < end) {
      byte found = text[at];
      if (found == last && Arrays.equals(text, at - length, at, bytes, 0, length)) {
        return true;
      }
      at += skips[found & 0xFF];
    }
    return false;
  }
}
