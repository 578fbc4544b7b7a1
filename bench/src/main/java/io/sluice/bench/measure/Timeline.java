package io.sluice.bench.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened in each second of a level. Mutable; thread-safe. At most {@value #MOST_SECONDS}
 * seconds are kept; what happens later is added to the last.
 */
public final class Timeline {

  /** The most seconds that are kept. */
  public static final int MOST_SECONDS = 7200;

  private static final long SECOND = 1_000_000_000L;

  private final List<long[]> seconds = new ArrayList<>();
  private long start;

  /** A timeline without seconds. */
  public Timeline() {}

  /**
   * One second.
   *
   * @param tokens tokens that came in it
   * @param inFlight the most requests under way in it
   * @param errors requests that failed in it
   */
  public record Second(long tokens, long inFlight, long errors) {}

  /** The first second begins. */
  public synchronized void begin(long at) {
    start = at;
  }

  /** Adds tokens that came. */
  public synchronized void tokens(long at, long count) {
    second(at)[0] += count;
  }

  /** Notes how many requests are under way. */
  public synchronized void inFlight(long at, int count) {
    long[] second = second(at);
    second[1] = Math.max(second[1], count);
  }

  /** Adds a request that failed. */
  public synchronized void error(long at) {
    second(at)[2]++;
  }

  /** The seconds so far. */
  public synchronized List<Second> seconds() {
    return seconds.stream().map(each -> new Second(each[0], each[1], each[2])).toList();
  }

  private long[] second(long at) {
    int number = (int) Math.min(Math.max(0, (at - start) / SECOND), MOST_SECONDS - 1);
    while (seconds.size() <= number) {
      seconds.add(new long[3]);
    }
    return seconds.get(number);
  }
}
