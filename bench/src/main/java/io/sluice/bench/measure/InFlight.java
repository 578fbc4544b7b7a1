package io.sluice.bench.measure;

/**
 * How many requests were under way: the mean over time and the peak, between two moments. Mutable;
 * thread-safe.
 */
public final class InFlight {

  private int now;
  private int peak;
  private boolean watching;
  private boolean over;
  private long since;
  private long started;
  private double weighed;
  private long ended;

  /** Creates a count of no requests that is not watched yet. */
  public InFlight() {}

  /** Changes the number by one request that begins (1) or ends (-1). */
  public synchronized void change(long at, int by) {
    settle(at);
    now += by;
    peak = watching ? Math.max(peak, now) : peak;
  }

  /** The mean and the peak begin here. */
  public synchronized void watchFrom(long at) {
    watching = true;
    started = at;
    since = at;
    peak = now;
  }

  /** The mean and the peak end here. */
  public synchronized void watchUntil(long at) {
    settle(at);
    over = true;
    watching = false;
    ended = at;
  }

  /** The number of requests under way now. */
  public synchronized int now() {
    return now;
  }

  /** The greatest number while it was watched. */
  public synchronized int peak() {
    return peak;
  }

  /** The mean over the time that was watched; 0 if that was none. */
  public synchronized double mean() {
    long end = over ? ended : since;
    return end > started ? weighed / (end - started) : 0;
  }

  private void settle(long at) {
    if (watching && at > since) {
      weighed += (double) now * (at - since);
      since = at;
    }
  }
}
