package io.sluice.transport.netty.body;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds LF and CR, thirty-two bytes at a time. Each step looks for any control character, since
 * JSON contains no other than these.
 */
final class LineEnds {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long BLANKS = 0x2020_2020_2020_2020L;
  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

  private static final int STEP = 4 * Long.BYTES;

  private LineEnds() {}

  /** The index of the first line end from {@code start} on; {@code end} if there is none. */
  static int next(byte[] array, int start, int end) {
    int at = start;
    while (end - at >= STEP) {
      long first = controls(array, at) | controls(array, at + Long.BYTES);
      long second = controls(array, at + 2 * Long.BYTES) | controls(array, at + 3 * Long.BYTES);
      if (((first | second) & HIGHEST_BITS) != 0) {
        int found = nextOfFew(array, at, at + STEP);
        if (found < at + STEP) {
          return found;
        }
      }
      at += STEP;
    }
    return nextOfFew(array, at, end);
  }

  /** A value whose highest bits mark the bytes below a blank, since only such a byte borrows. */
  private static long controls(byte[] array, int at) {
    long eight = (long) EIGHT.get(array, at);
    return (eight - BLANKS) & ~eight;
  }

  private static int nextOfFew(byte[] array, int start, int end) {
    int at = start;
    while (at < end && array[at] != '\n' && array[at] != '\r') {
      at++;
    }
    return at;
  }
}
