package io.sluice.transport.netty;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for LF and CR, sixteen bytes at a time. What is looked for in these is any control
 * character: JSON has no other.
 */
final class LineEnds {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long BLANKS = 0x2020_2020_2020_2020L;
  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

  private static final int STEP = 2 * Long.BYTES;

  private LineEnds() {}

  /** The index of the first line end from {@code start} on; {@code end} if there is none. */
  static int next(byte[] array, int start, int end) {
    int at = start;
    while (end - at >= STEP) {
      long first = (long) EIGHT.get(array, at);
      long second = (long) EIGHT.get(array, at + Long.BYTES);
      if ((controls(first) | controls(second)) != 0) {
        int found = nextOfFew(array, at, at + STEP);
        if (found < at + STEP) {
          return found;
        }
      }
      at += STEP;
    }
    return nextOfFew(array, at, end);
  }

  /** Not 0 if a byte of these is below a blank: only such a one borrows without a highest bit. */
  private static long controls(long eight) {
    return (eight - BLANKS) & ~eight & HIGHEST_BITS;
  }

  private static int nextOfFew(byte[] array, int start, int end) {
    int at = start;
    while (at < end && array[at] != '\n' && array[at] != '\r') {
      at++;
    }
    return at;
  }
}
