package io.sluice.cli.inspect;

import java.time.Duration;
import java.util.Arrays;

/** The times between the chunks of one answer. Mutable; for one thread at a time. */
final class Gaps {
  private static final long LONG_NANOS = Duration.ofSeconds(1).toNanos();

  /** Less is what a network and a computer do to an even stream. */
  private static final long NOISE_NANOS = Duration.ofMillis(20).toNanos();

  private static final int TIMES_THE_MEDIAN = 3;
  private static final int FEWEST = 4;
  private static final int MOST = 100;

  private final long[] recent = new long[MOST];
  private long count;
  private Duration before = Duration.ZERO;

  /**
   * A chunk came at that time, counted from the request.
   *
   * @return whether the gap before it stands out: it is a second or more, or three times the median
   *     of the last hundred gaps and more than noise. The wait for the first chunk is no gap, but a
   *     second stands out there too.
   */
  boolean add(Duration at) {
    long gap = at.minus(before).toNanos();
    boolean first = count == 0;
    boolean standsOut = gap >= LONG_NANOS || (!first && gap >= NOISE_NANOS && isUnlike(gap));
    if (!first) {
      recent[(int) ((count - 1) % MOST)] = gap;
    }
    before = at;
    count++;
    return standsOut;
  }

  private boolean isUnlike(long gap) {
    int known = (int) Math.min(count - 1, MOST);
    if (known < FEWEST) {
      return false;
    }
    long[] sorted = Arrays.copyOf(recent, known);
    Arrays.sort(sorted);
    return gap >= TIMES_THE_MEDIAN * sorted[known / 2];
  }
}
