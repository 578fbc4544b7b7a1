package io.sluice.transport.netty;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for backslashes, sixteen bytes at a time: few chunks have any. */
final class Backslashes {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long BACKSLASHES = 0x5C5C_5C5C_5C5C_5C5CL;
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

  private static final int STEP = 2 * Long.BYTES;

  private Backslashes() {}

  /** The index of the first backslash from {@code start} on; {@code end} if there is none. */
  static int next(byte[] array, int start, int end) {
    int at = start;
    while (end - at >= STEP) {
      long first = (long) EIGHT.get(array, at) ^ BACKSLASHES;
      long second = (long) EIGHT.get(array, at + Long.BYTES) ^ BACKSLASHES;
      if ((zeros(first) | zeros(second)) != 0) {
        return nextOfFew(array, at, end);
      }
      at += STEP;
    }
    return nextOfFew(array, at, end);
  }

  /** Not 0 if a byte of these is 0. */
  private static long zeros(long eight) {
    return (eight - ONES) & ~eight & HIGHEST_BITS;
  }

  private static int nextOfFew(byte[] array, int start, int end) {
    int at = start;
    while (at < end && array[at] != '\\') {
      at++;
    }
    return at;
  }
}
