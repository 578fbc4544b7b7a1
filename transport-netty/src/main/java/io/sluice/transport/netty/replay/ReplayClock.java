package io.sluice.transport.netty.replay;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Keeps the gaps of a record, or does away with them. Thread-safe. */
public final class ReplayClock {

  private final double speed;
  private final Optional<ScheduledThreadPoolExecutor> clock;

  private ReplayClock(double speed, Optional<ScheduledThreadPoolExecutor> clock) {
    this.speed = speed;
    this.clock = clock;
  }

  public static ReplayClock of(double speed) {
    return speed == 0
        ? new ReplayClock(0, Optional.empty())
        : new ReplayClock(
            speed,
            Optional.of(
                new ScheduledThreadPoolExecutor(
                    1, new DefaultThreadFactory("sluice-replay", true))));
  }

  /** Whether there is nothing to wait for at that moment of the record. */
  boolean isDue(Duration recorded, Duration played) {
    return speed == 0 || played.toNanos() * speed >= recorded.toNanos();
  }

  /** Runs {@code step} at that moment of the record; never, once closed. */
  void await(Duration recorded, Duration played, Runnable step) {
    long nanos = (long) (recorded.toNanos() / speed) - played.toNanos();
    try {
      clock.orElseThrow().schedule(step, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      step.run();
    }
  }

  public void close() {
    clock.ifPresent(ScheduledThreadPoolExecutor::shutdownNow);
  }
}
