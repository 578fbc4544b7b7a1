package io.sluice.transport.netty.call;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A timeout that can be paused. A sign of life costs only one reading of the clock: the timer is
 * rescheduled only when it fires too early. Mutable; confined to its event loop.
 */
public final class IdleTimer {

  private final EventLoop loop;
  private final LongSupplier nanoTime;
  private final Runnable spent;
  private @Nullable Future<?> alarm;
  private Duration limit = Duration.ZERO;
  private long deadline;
  private long pausedAt;
  private boolean running;
  private boolean paused;

  /** Creates a timer that calls {@code spent} on the loop when its limit is reached. */
  public IdleTimer(EventLoop loop, Runnable spent) {
    this(loop, System::nanoTime, spent);
  }

  /** A timeout by another clock of nanoseconds, which must be that of the loop. */
  IdleTimer(EventLoop loop, LongSupplier nanoTime, Runnable spent) {
    this.loop = loop;
    this.nanoTime = nanoTime;
    this.spent = spent;
  }

  /** Starts a wait of that length, from the beginning if one had started. */
  public void start(Duration waited) {
    stop();
    limit = waited;
    running = true;
    deadline = now() + waited.toNanos();
    pausedAt = now();
    if (!paused) {
      arm();
    }
  }

  /** The limit that the timer watches. */
  public Duration limit() {
    return limit;
  }

  /** Restarts the wait after a sign of life. */
  void sign() {
    long now = now();
    deadline = now + limit.toNanos();
    pausedAt = now;
  }

  /** Stops the clock. */
  void pause() {
    if (!paused) {
      paused = true;
      pausedAt = now();
    }
  }

  /** Continues with the time that was left. */
  void resume() {
    if (paused) {
      paused = false;
      deadline += now() - pausedAt;
      if (running && alarm == null) {
        arm();
      }
    }
  }

  /** Stops the timer until it is started again. */
  public void stop() {
    running = false;
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  private void arm() {
    alarm = loop.schedule(this::ring, deadline - now(), TimeUnit.NANOSECONDS);
  }

  private void ring() {
    alarm = null;
    if (!running || paused) {
      return;
    }
    if (deadline - now() > 0) {
      arm();
      return;
    }
    running = false;
    spent.run();
  }

  private long now() {
    return nanoTime.getAsLong();
  }
}
