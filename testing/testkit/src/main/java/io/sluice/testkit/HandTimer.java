package io.sluice.testkit;

import io.sluice.stage.StageTimer;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that moves when it is told to. For one thread. */
final class HandTimer implements StageTimer {

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::number));
  private long now;
  private long scheduled;

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public Runnable schedule(Duration delay, Runnable run) {
    var task = new Task(now + delay.toNanos(), scheduled++, run);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  /** Moves on, and does on the way what is due. */
  void pass(Duration time) {
    long then = now + time.toNanos();
    while (!tasks.isEmpty() && tasks.peek().due() <= then) {
      Task next = tasks.remove();
      now = next.due();
      next.run().run();
    }
    now = then;
  }

  /** How many tasks are not done yet. */
  int waiting() {
    return tasks.size();
  }

  private record Task(long due, long number, Runnable run) {}
}
