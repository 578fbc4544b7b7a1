package io.sluice.benchmarks.server;

import java.util.Arrays;

/** Many times, of which the percentiles count. For one thread at a time. */
final class Delays {

  private static final double NANOS = 1_000;

  private long[] nanos = new long[1 << 16];
  private int count;

  void add(long time) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = time;
  }

  int count() {
    return count;
  }

  /** So many percent are at most as long as this; in microseconds. */
  double micros(double percent) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1, Math.floor(count * percent / 100))] / NANOS;
  }
}
