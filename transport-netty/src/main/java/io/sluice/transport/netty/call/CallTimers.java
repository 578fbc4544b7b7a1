package io.sluice.transport.netty.call;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The timers of a call as a whole: its total timeout, and the delay before the next attempt.
 * Confined to its event loop.
 */
final class CallTimers {

  private final EventLoop loop;
  private @Nullable Future<?> total;
  private @Nullable Future<?> backOff;

  CallTimers(EventLoop loop) {
    this.loop = loop;
  }

  void limit(Duration limit, Runnable spent) {
    total = loop.schedule(spent, limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  void backOff(Duration delay, Runnable next) {
    backOff = loop.schedule(next, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  void cancel() {
    if (total != null) {
      total.cancel(false);
    }
    if (backOff != null) {
      backOff.cancel(false);
    }
  }
}
