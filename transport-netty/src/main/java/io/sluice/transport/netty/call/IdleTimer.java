package io.sluice.transport.netty.call;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A limit on waiting that stands still while nobody waits. A sign of life costs one reading of the
 * clock: the timer is moved only when it goes off too soon. Mutable; confined to its event loop.
 */
public final class IdleTimer {

  private final EventLoop loop;
  private final Runnable spent;
  private @Nullable Future<?> alarm;
  private Duration limit = Duration.ZERO;
  private long deadline;
  private long pausedAt;
  private boolean running;
  private boolean paused;

  public IdleTimer(EventLoop loop, Runnable spent) {
    this.loop = loop;
    this.spent = spent;
  }

  /** Begins to wait for that long, anew if it had begun. */
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

  public Duration limit() {
    return limit;
  }

  /** A sign of life: the wait begins anew. */
  void sign() {
    long now = now();
    deadline = now + limit.toNanos();
    pausedAt = now;
  }

  /** Nobody waits from here on. */
  void pause() {
    if (!paused) {
      paused = true;
      pausedAt = now();
    }
  }

  /** The wait goes on with what was left of it. */
  void resume() {
    if (paused) {
      paused = false;
      deadline += now() - pausedAt;
      if (running && alarm == null) {
        arm();
      }
    }
  }

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
    return loop.ticker().nanoTime();
  }
}
