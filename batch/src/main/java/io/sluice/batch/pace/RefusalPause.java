package io.sluice.batch.pace;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long nothing is sent after the server said that there were too many requests. Several
 * refusals of requests that were under way together count as one. Times are nanoseconds of one
 * clock. Mutable; for one thread.
 */
public final class RefusalPause {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MOST_DOUBLINGS = 6;

  private final Duration patience;
  private final RandomGenerator random;
  private long until;
  private long refusedSince;
  private int inARow;
  private boolean paused;

  /**
   * @param patience how long refusals are borne without any success
   * @param random the source of the jitter
   */
  public RefusalPause(Duration patience, RandomGenerator random, long now) {
    this.patience = patience;
    this.random = random;
    this.until = now;
    this.refusedSince = now;
  }

  /** When something may be sent again; a time that is past if there is no pause. */
  public long until() {
    return until;
  }

  /**
   * Notes a refusal.
   *
   * @param asked how long the server asks to wait, if it does
   * @param sent when the request was sent
   */
  public void refused(Optional<Duration> asked, long sent, long now) {
    boolean known = paused && sent - until < 0;
    if (inARow == 0) {
      refusedSince = now;
    }
    if (!known || inARow == 0) {
      inARow++;
    }
    paused = true;
    long pause = asked.map(wait -> jittered(wait)).orElseGet(() -> backOff(known, now));
    until = Math.max(until, now + pause);
  }

  /** Notes an answer. */
  public void answered() {
    inARow = 0;
  }

  /**
   * Whether all is refused for longer than the patience lasts, from the first refusal after an
   * answer to now, or to the end of the pause if that is later.
   */
  public boolean isOutOfPatience(long now) {
    return inARow > 0 && Math.max(now, until) - refusedSince > patience.toNanos();
  }

  private long backOff(boolean known, long now) {
    if (known) {
      return Math.max(0, until - now);
    }
    Duration doubled = Duration.ofSeconds(1L << Math.min(inARow - 1, MOST_DOUBLINGS));
    Duration full = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return full.toNanos() / 2 + random.nextLong(full.toNanos() / 2 + 1);
  }

  /** A little more than the server asked for, so that callers do not return all at once. */
  private long jittered(Duration wait) {
    return wait.toNanos() + random.nextLong(wait.toNanos() / 20 + 1);
  }
}
