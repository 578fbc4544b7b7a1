package io.sluice.thread;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A bounded pool that creates a thread only if all others are busy, queues a task only while the
 * maximum of threads is reached, and ends threads without work. Thread-safe.
 *
 * <p>The JDK's pool creates one for each task up to its core size although others are idle, and
 * beyond that only once a queue is full.
 */
public final class ReusingPool implements Executor {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private final int most;
  private final long idleNanos;
  private final ThreadFactory threads;
  private int alive;
  // The number of these that run no task: idle, or about to look for one.
  private int free;

  /**
   * @param idle how long a thread without work lives on
   */
  ReusingPool(int most, Duration idle, ThreadFactory threads) {
    this.most = most;
    this.idleNanos = idle.toNanos();
    this.threads = threads;
  }

  /**
   * Runs {@code task} on another thread.
   *
   * @throws OutOfMemoryError if there is no thread and none can be created
   */
  @Override
  public void execute(Runnable task) {
    if (!findsThread(task)) {
      makeThread(task);
    }
  }

  /**
   * Waits some 60 microseconds for threads that are about to be idle; returns at once if one is
   * idle or the next task has to wait anyway.
   *
   * <p>If one task follows another, the thread that has just delivered the first result needs
   * another microsecond, and may not be running. The shortest possible sleep costs less than
   * creating another thread. Do not call it for every task of an event loop.
   */
  public void settle() {
    if (isAboutToGrow()) {
      LockSupport.parkNanos(1);
    }
  }

  private boolean isAboutToGrow() {
    lock.lock();
    try {
      return free == 0 && alive > 0 && alive < most;
    } finally {
      lock.unlock();
    }
  }

  /** Adds the task; false if a thread must be created for it, which is already counted. */
  private boolean findsThread(Runnable task) {
    lock.lock();
    try {
      waiting.add(task);
      if (waiting.size() <= free) {
        work.signal();
        return true;
      }
      if (alive == most) {
        return true;
      }
      alive++;
      free++;
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void makeThread(Runnable task) {
    try {
      threads.newThread(this::work).start();
    } catch (RuntimeException | Error noThread) {
      if (lostFor(task)) {
        throw noThread;
      }
    }
  }

  /**
   * Reverts the count of a thread that could not be created; returns whether no other thread can
   * run the task.
   */
  private boolean lostFor(Runnable task) {
    lock.lock();
    try {
      alive--;
      free--;
      return alive == 0 && waiting.remove(task);
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    for (Runnable task = next(); task != null; task = next()) {
      try {
        task.run();
      } catch (RuntimeException | Error thrown) {
        UncaughtErrors.of(thrown);
      } finally {
        Thread.interrupted(); // The flag must not reach the next task.
        freed();
      }
    }
  }

  private void freed() {
    lock.lock();
    try {
      free++;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next task; null if none arrived for so long that this thread, which is no longer counted,
   * must end.
   */
  private @Nullable Runnable next() {
    lock.lock();
    try {
      long left = idleNanos;
      while (waiting.isEmpty() && left > 0) {
        try {
          left = work.awaitNanos(left);
        } catch (InterruptedException late) {
          // The interrupt was meant for a task that has ended.
        }
      }
      free--;
      Runnable task = waiting.poll();
      if (task == null) {
        alive--;
      }
      return task;
    } finally {
      lock.unlock();
    }
  }
}
