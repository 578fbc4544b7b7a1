package io.sluice.transport.netty.mask;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds backslashes, thirty-two bytes at a time, because few chunks have any. */
final class Backslashes {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long BACKSLASHES = 0x5C5C_5C5C_5C5C_5C5CL;
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

  private static final int STEP = 4 * Long.BYTES;

  private Backslashes() {}

  /** The index of the first backslash from {@code start} on; {@code end} if there is none. */
  static int next(byte[] array, int start, int end) {
    int at = start;
    while (end - at >= STEP) {
      long first = (long) EIGHT.get(array, at) ^ BACKSLASHES;
      long second = (long) EIGHT.get(array, at + Long.BYTES) ^ BACKSLASHES;
      long third = (long) EIGHT.get(array, at + 2 * Long.BYTES) ^ BACKSLASHES;
      long fourth = (long) EIGHT.get(array, at + 3 * Long.BYTES) ^ BACKSLASHES;
      // A zero byte borrows, and a byte beyond ASCII may do so too, which is why the match is
      // checked again.
      long borrowed = (first - ONES) | (second - ONES) | (third - ONES) | (fourth - ONES);
      if ((borrowed & HIGHEST_BITS) != 0) {
        int found = nextOfFew(array, at, at + STEP);
        if (found < at + STEP) {
          return found;
        }
      }
      at += STEP;
    }
    return nextOfFew(array, at, end);
  }

  private static int nextOfFew(byte[] array, int start, int end) {
    int at = start;
    while (at < end && array[at] != '\\') {
      at++;
    }
    return at;
  }
}
