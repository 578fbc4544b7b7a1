package io.sluice.batch.pace;

/**
 * How many requests are under way at once: a number, or one that grows while the server keeps up.
 * Mutable; for one thread.
 */
public final class Concurrency {

  /** The most that an automatic concurrency grows to. */
  public static final int MOST = 256;

  private static final int AT_FIRST = 8;

  private final boolean automatic;
  private int limit;
  private int successes;
  private long halved;
  private boolean everHalved;

  private Concurrency(boolean automatic, int limit) {
    this.automatic = automatic;
    this.limit = limit;
  }

  /**
   * Returns a concurrency that stays as it is.
   *
   * @throws IllegalArgumentException in one line, if it is below 1
   */
  public static Concurrency of(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("the concurrency is " + number + "; use 1 or more");
    }
    return new Concurrency(false, number);
  }

  /**
   * Returns one that grows by one after as many successes as there are requests at once, and is
   * halved when the server is overloaded; never above {@value #MOST}.
   */
  public static Concurrency automatic() {
    return new Concurrency(true, AT_FIRST);
  }

  /** How many requests may be under way now. */
  public int limit() {
    return limit;
  }

  /** Notes an answer. */
  public void answered() {
    if (automatic && ++successes >= limit) {
      successes = 0;
      limit = Math.min(MOST, limit + 1);
    }
  }

  /**
   * Notes that the server is overloaded. Requests that were sent before the last halving say
   * nothing new.
   *
   * @param sent when the request was sent
   */
  public void overloaded(long sent, long now) {
    if (automatic && (!everHalved || sent - halved >= 0)) {
      limit = Math.max(1, limit / 2);
      successes = 0;
      halved = now;
      everHalved = true;
    }
  }
}
