package io.sluice.replay;

import io.sluice.thread.DaemonThreads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the gaps of a record, or does away with them. Its thread, if it needs one, is made when
 * there is a gap to wait for, and ends after a second without any. Thread-safe.
 */
final class ReplayClock {

  private final double speed;
  private final Optional<ScheduledThreadPoolExecutor> timer;

  private ReplayClock(double speed, Optional<ScheduledThreadPoolExecutor> timer) {
    this.speed = speed;
    this.timer = timer;
  }

  /** A clock that runs so many times as fast as the record; 0 for one that knows no gaps. */
  static ReplayClock of(double speed) {
    return new ReplayClock(speed, speed == 0 ? Optional.empty() : Optional.of(timer()));
  }

  /** Whether there is nothing to wait for at that moment of the record. */
  boolean isDue(Duration recorded, Duration played) {
    return speed == 0 || played.toNanos() * speed >= recorded.toNanos();
  }

  /** Runs {@code step} at that moment of the record. */
  void await(Duration recorded, Duration played, Runnable step) {
    long nanos = (long) (recorded.toNanos() / speed) - played.toNanos();
    timer.orElseThrow().schedule(step, nanos, TimeUnit.NANOSECONDS);
  }

  private static ScheduledThreadPoolExecutor timer() {
    var timer = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("sluice-replay-"));
    timer.setKeepAliveTime(1, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    return timer;
  }
}
