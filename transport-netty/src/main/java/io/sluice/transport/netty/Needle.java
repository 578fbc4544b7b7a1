package io.sluice.transport.netty;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A text that is looked for in bytes, by Horspool's way: the longer it is, the fewer bytes are
 * looked at. Immutable.
 */
final class Needle {

  private final byte[] bytes;
  private final int[] skips = new int[256];

  /** A needle of one byte or more. */
  Needle(byte[] bytes) {
    this.bytes = bytes.clone();
    Arrays.fill(skips, bytes.length);
    for (int i = 0; i < bytes.length - 1; i++) {
      skips[bytes[i] & 0xFF] = bytes.length - 1 - i;
    }
  }

  /** Whether it stands in what remains of {@code text}, whose position is left alone. */
  boolean isIn(ByteBuffer text) {
    int last = bytes.length - 1;
    int at = text.position();
    while (at + last < text.limit()) {
      if (stands(text, at)) {
        return true;
      }
      at += skips[text.get(at + last) & 0xFF];
    }
    return false;
  }

  private boolean stands(ByteBuffer text, int at) {
    for (int i = bytes.length - 1; i >= 0; i--) {
      if (text.get(at + i) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
