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
 * A bounded pool that makes a thread only if all others are busy, lets a task wait only while the
 * most threads are, and lets threads die that have no work. Thread-safe.
 *
 * <p>The JDK's makes one for each task up to its core size although others are idle, and beyond
 * that only once a queue is full.
 */
public final class ReusingPool implements Executor {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private final int most;
  private final long idleNanos;
  private final ThreadFactory threads;
  private int alive;
  // Of these, how many run no task: idle, or on their way to look for one.
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
   * @throws OutOfMemoryError if there is no thread and none can be made
   */
  @Override
  public void execute(Runnable task) {
    if (!findsThread(task)) {
      makeThread(task);
    }
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

  /** Adds the task; false if a thread must be made for it, which is counted already. */
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

  /** Takes back what was counted; whether that leaves nobody who could come to the task. */
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
        LastWords.of(thrown);
      } finally {
        Thread.interrupted(); // What one task left set is not for the next.
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

  /** The next task; null if none came for so long that this thread, counted out, is to die. */
  private @Nullable Runnable next() {
    lock.lock();
    try {
      long left = idleNanos;
      while (waiting.isEmpty() && left > 0) {
        try {
          left = work.awaitNanos(left);
        } catch (InterruptedException late) {
          // It was meant for a task that has ended.
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
