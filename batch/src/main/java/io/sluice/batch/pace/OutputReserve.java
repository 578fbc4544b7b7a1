package io.sluice.batch.pace;

import java.util.Arrays;

/**
 * Foretells how long an answer may be whose request does not limit it: as long as nine of ten of
 * the last answers were. Mutable; for one thread.
 */
final class OutputReserve {

  private static final int REMEMBERED = 200;
  private static final int ENOUGH = 10;
  private static final int AT_FIRST = 256;
  private static final double SHARE = 0.9;

  private final long[] lengths = new long[REMEMBERED];
  private int count;
  private long current = AT_FIRST;

  long tokens() {
    return current;
  }

  void ended(long tokens) {
    lengths[count++ % REMEMBERED] = tokens;
    if (count >= ENOUGH) {
      long[] sorted = Arrays.copyOf(lengths, Math.min(count, REMEMBERED));
      Arrays.sort(sorted);
      current = Math.max(1, sorted[(int) Math.ceil(sorted.length * SHARE) - 1]);
    }
  }
}
