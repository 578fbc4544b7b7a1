package io.sluice.transport.netty;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for LF and CR, eight bytes at a time. What is looked for in each eight is any control
 * character: JSON has no other.
 */
final class LineEnds {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long BLANKS = 0x2020_2020_2020_2020L;
  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

  private LineEnds() {}

  /** The index of the first line end from {@code start} on; {@code end} if there is none. */
  static int next(byte[] array, int start, int end) {
    int at = start;
    while (end - at >= Long.BYTES) {
      if (anyControl((long) EIGHT.get(array, at))) {
        int found = nextOfFew(array, at, at + Long.BYTES);
        if (found < at + Long.BYTES) {
          return found;
        }
      }
      at += Long.BYTES;
    }
    return nextOfFew(array, at, end);
  }

  /** Whether a byte of these is below a blank: only such a one has a borrow and no highest bit. */
  private static boolean anyControl(long eight) {
    return ((eight - BLANKS) & ~eight & HIGHEST_BITS) != 0;
  }

  private static int nextOfFew(byte[] array, int start, int end) {
    int at = start;
    while (at < end && array[at] != '\n' && array[at] != '\r') {
      at++;
    }
    return at;
  }
}
