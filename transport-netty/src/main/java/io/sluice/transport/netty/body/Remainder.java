package io.sluice.transport.netty.body;

import io.netty.handler.codec.TooLongFrameException;
import java.util.Arrays;

/**
 * The bytes of an event that has begun and not ended, copied from read to read. It grows with what
 * arrives, not with what a server announces. Mutable; for one thread.
 */
final class Remainder {

  private static final int USUAL = 256;

  /** A larger buffer is not kept for the small events that follow. */
  private static final int LARGEST_KEPT = 64 * 1024;

  private final String what;
  private byte[] bytes = {};
  private int length;

  /**
   * No bytes yet.
   *
   * @param what the thing whose length is bounded, for the message
   */
  Remainder(String what) {
    this.what = what;
  }

  /**
   * Appends bytes.
   *
   * @throws TooLongFrameException if there are more than {@link SseDecoder#LONGEST}
   */
  void add(byte[] from, int start, int end) {
    int more = end - start;
    if ((long) length + more > SseDecoder.LONGEST) {
      throw new TooLongFrameException(what + " is longer than " + SseDecoder.LONGEST + " bytes");
    }
    if (bytes.length < length + more) {
      int doubled = (int) Math.min(SseDecoder.LONGEST, 2L * length);
      bytes = Arrays.copyOf(bytes, Math.max(Math.max(USUAL, length + more), doubled));
    }
    System.arraycopy(from, start, bytes, length, more);
    length += more;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
    if (bytes.length > LARGEST_KEPT) {
      bytes = new byte[0];
    }
  }
}
