package io.sluice.pipeline;

import io.sluice.stage.StageTimer;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that a test moves on. For one thread. */
final class TestTimer implements StageTimer {

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::due));
  private long now = Long.MAX_VALUE - 5; // Clocks may begin anywhere, and overflow.

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public Runnable schedule(Duration delay, Runnable run) {
    var task = new Task(now + delay.toNanos() - Long.MAX_VALUE, run);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  void pass(Duration time) {
    long then = now + time.toNanos();
    while (!tasks.isEmpty() && tasks.peek().due() <= then - Long.MAX_VALUE) {
      Task next = tasks.remove();
      now = next.due() + Long.MAX_VALUE;
      next.run().run();
    }
    now = then;
  }

  int waiting() {
    return tasks.size();
  }

  private record Task(long due, Runnable run) {}
}
