package io.sluice.thread;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A bounded pool that gives a task to an idle thread if there is one, else to a new thread, and
 * lets it wait only while the most threads are busy. Thread-safe.
 */
public final class ReusingPool implements Executor {

  private final Handover waiting = new Handover();
  private final ThreadPoolExecutor pool;
  private final int most;

  /**
   * @param idle how long a thread without work lives on
   */
  ReusingPool(int most, Duration idle, ThreadFactory threads) {
    this.most = most;
    this.pool =
        new ThreadPoolExecutor(
            1,
            most,
            idle.toNanos(),
            TimeUnit.NANOSECONDS,
            waiting,
            threads,
            (task, full) -> queue(task));
    pool.allowCoreThreadTimeOut(true);
  }

  /**
   * Gives threads that are about to be idle the time for it, some 60 microseconds; returns at once
   * if one is idle or the next task has to wait anyway.
   *
   * <p>Where one piece of work follows another, the thread that has just told the first result
   * needs another microsecond, and may be off its core. Sleeping for the shortest time there is
   * costs less than the thread that would be made in its place. Not for an event loop's every task.
   */
  public void settle() {
    int alive = waiting.hasWaitingConsumer() ? 0 : pool.getPoolSize();
    if (alive > 0 && alive < most) {
      LockSupport.parkNanos(1);
    }
  }

  /**
   * Runs {@code task} on another thread.
   *
   * @throws OutOfMemoryError if there is no thread and none can be made
   */
  @Override
  public void execute(Runnable task) {
    try {
      pool.execute(task);
    } catch (OutOfMemoryError noThread) {
      if (pool.getPoolSize() == 0) {
        throw noThread;
      }
      queue(task);
    }
  }

  /**
   * Leaves the task to a thread that is busy. Threads that were busy may have died since: the last
   * one looks into the queue after it has left the count, and the count is looked at here after the
   * queue was filled, so that one of the two sees the other.
   */
  private void queue(Runnable task) {
    waiting.put(task);
    try {
      pool.prestartCoreThread();
    } catch (OutOfMemoryError noThread) {
      if (waiting.remove(task)) {
        throw noThread;
      }
    }
  }

  /** Takes what the pool offers only if an idle thread has it in the same moment. */
  private static final class Handover extends LinkedTransferQueue<Runnable> {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean offer(Runnable task) {
      return tryTransfer(task);
    }
  }
}
