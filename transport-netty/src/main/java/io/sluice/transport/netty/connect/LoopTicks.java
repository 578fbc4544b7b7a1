package io.sluice.transport.netty.connect;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Regular ticks on event loops, which show how late a loop gets to its work. Each tick that fell
 * into a stall is told when the stall is over, so that a long one weighs as much as it lasted.
 * Thread-safe.
 */
public final class LoopTicks {
  private final List<EventLoop> loops;
  private final long period;
  private final LongConsumer late;
  private final LongSupplier clock;
  private volatile boolean over;

  /**
   * Ticks that have not begun.
   *
   * @param late told by how many nanoseconds each tick was late, on its loop; must not block
   */
  public LoopTicks(List<EventLoop> loops, Duration period, LongConsumer late) {
    this(loops, period, late, System::nanoTime);
  }

  LoopTicks(List<EventLoop> loops, Duration period, LongConsumer late, LongSupplier clock) {
    this.clock = clock;
    this.loops = List.copyOf(loops);
    this.period = period.toNanos();
    this.late = late;
  }

  /** Begins to tick on each loop. */
  public void begin() {
    loops.forEach(loop -> schedule(loop, clock.getAsLong() + period));
  }

  /** Ends the ticks; one that is under way may still be told. */
  public void end() {
    over = true;
  }

  private void schedule(EventLoop loop, long due) {
    try {
      loop.schedule(
          () -> tick(loop, due), Math.max(0, due - clock.getAsLong()), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException ended) {
      over = true;
    }
  }

  private void tick(EventLoop loop, long due) {
    if (!over) {
      long now = clock.getAsLong();
      late.accept(Math.max(0, now - due));
      long next = due + period;
      for (; next < now; next += period) {
        late.accept(now - next);
      }
      schedule(loop, next);
    }
  }
}
