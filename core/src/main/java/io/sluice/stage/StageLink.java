package io.sluice.stage;

import io.sluice.stream.Chunk;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One stage in its chain, and its outlet. Mutable; called in the turns of the chain. */
final class StageLink implements Outlet {

  private final StageChain chain;
  private final int number;
  private final Stage stage;
  private final long opened;

  /** Null unless a task of the timer is on its way. */
  private @Nullable Runnable cancellation;

  private long scheduledFor;
  private boolean armed;
  private long due;

  StageLink(StageChain chain, int number, Stage stage) {
    this.chain = chain;
    this.number = number;
    this.stage = stage;
    this.opened = chain.timer().nanoTime();
  }

  Stage stage() {
    return stage;
  }

  @Override
  public void pass(Chunk chunk) {
    chain.pass(number + 1, chunk);
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(chain.timer().nanoTime() - opened);
  }

  @Override
  public void wakeAfter(Duration delay) {
    due = chain.timer().nanoTime() + Math.max(0, delay.toNanos());
    armed = true;
    // A task that comes sooner goes on to the new time: most stages ask again at every chunk.
    if (cancellation == null || due - scheduledFor < 0) {
      cancel();
      schedule();
    }
  }

  /** Takes back what was asked for. */
  void sleep() {
    armed = false;
    cancel();
  }

  /** Whether the time has come; if not, the timer goes on. */
  boolean isDue() {
    cancellation = null;
    if (armed && due - chain.timer().nanoTime() > 0) {
      schedule();
      return false;
    }
    boolean asked = armed;
    armed = false;
    return asked;
  }

  private void schedule() {
    scheduledFor = due;
    Duration delay = Duration.ofNanos(Math.max(0, due - chain.timer().nanoTime()));
    cancellation =
        chain.timer().schedule(delay, () -> chain.turns().execute(() -> chain.wake(this)));
  }

  private void cancel() {
    if (cancellation != null) {
      cancellation.run();
      cancellation = null;
    }
  }
}
