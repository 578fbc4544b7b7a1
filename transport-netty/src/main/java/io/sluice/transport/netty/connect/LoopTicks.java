package io.sluice.transport.netty.connect;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Regular ticks on event loops, which show how late a loop gets to its work. Thread-safe. */
public final class LoopTicks {
  private final List<EventLoop> loops;
  private final long period;
  private final LongConsumer late;
  private volatile boolean over;

  /**
   * Ticks that have not begun.
   *
   * @param late told by how many nanoseconds each tick was late, on its loop; must not block
   */
  public LoopTicks(List<EventLoop> loops, Duration period, LongConsumer late) {
    this.loops = List.copyOf(loops);
    this.period = period.toNanos();
    this.late = late;
  }

  /** Begins to tick on each loop. */
  public void begin() {
    loops.forEach(loop -> schedule(loop, System.nanoTime() + period));
  }

  /** Ends the ticks; one that is under way may still be told. */
  public void end() {
    over = true;
  }

  private void schedule(EventLoop loop, long due) {
    try {
      loop.schedule(
          () -> tick(loop, due), Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException ended) {
      over = true;
    }
  }

  private void tick(EventLoop loop, long due) {
    if (!over) {
      long now = System.nanoTime();
      late.accept(Math.max(0, now - due));
      schedule(loop, Math.max(now, due + period));
    }
  }
}
