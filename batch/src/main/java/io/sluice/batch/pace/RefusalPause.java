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
  private long lastSuccess;
  private int inARow;
  private boolean paused;

  /**
   * @param patience how long is waited without any success
   * @param random the source of the jitter
   */
  public RefusalPause(Duration patience, RandomGenerator random, long now) {
    this.patience = patience;
    this.random = random;
    this.until = now;
    this.lastSuccess = now;
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
    if (!known) {
      inARow++;
    }
    paused = true;
    long pause = asked.map(wait -> jittered(wait)).orElseGet(() -> backOff(known, now));
    until = Math.max(until, now + pause);
  }

  /** Notes an answer. */
  public void answered(long now) {
    inARow = 0;
    lastSuccess = now;
  }

  /** Whether there was no success for longer than the patience lasts. */
  public boolean isOutOfPatience(long now) {
    return inARow > 0 && now - lastSuccess > patience.toNanos();
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
