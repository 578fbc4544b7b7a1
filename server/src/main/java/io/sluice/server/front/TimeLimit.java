package io.sluice.server.front;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one limit that a connection is under at a time. Confined to its loop. */
final class TimeLimit {

  private final EventLoop loop;
  private @Nullable Future<?> running;

  TimeLimit(EventLoop loop) {
    this.loop = loop;
  }

  /** Sets a limit in place of the last. */
  void set(Duration limit, Runnable reached) {
    lift();
    running = loop.schedule(reached, limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Sets none. */
  void lift() {
    Future<?> last = running;
    if (last != null) {
      last.cancel(false);
      running = null;
    }
  }
}
