package io.sluice.server.runs;

import java.time.Duration;

/** Runs tasks after a while, on threads where they may take their time. Thread-safe. */
@FunctionalInterface
public interface TaskTimer {

  /**
   * Has a task run after a delay, and never within this call; drops it once the timer is closed.
   */
  void add(Duration delay, Runnable task);
}
