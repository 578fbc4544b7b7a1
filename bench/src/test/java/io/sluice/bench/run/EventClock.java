package io.sluice.bench.run;

import io.sluice.bench.measure.BenchClock;
import java.util.Map;
import java.util.PriorityQueue;

/** A clock that only moves when somebody waits; what is due by then happens meanwhile. */
final class EventClock implements BenchClock {

  private final PriorityQueue<Map.Entry<Long, Runnable>> events =
      new PriorityQueue<>(Map.Entry.comparingByKey());
  private long now;

  /** Has {@code event} happen so many nanoseconds from now. */
  void after(long delay, Runnable event) {
    events.add(Map.entry(now + delay, event));
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void parkUntil(long moment) {
    Map.Entry<Long, Runnable> next = events.peek();
    while (next != null && next.getKey() <= moment) {
      events.remove();
      now = Math.max(now, next.getKey());
      next.getValue().run();
      next = events.peek();
    }
    now = Math.max(now, moment);
  }
}
