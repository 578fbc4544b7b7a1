package io.sluice.thread;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Runs tasks one at a time, in order, on an executor where it is queued at most once. Thread-safe.
 * Each task happens-before the next, whichever threads they run on.
 */
public final class SerialTasks {

  /**
   * Where others wait for a thread too, it is handed on once it was had for so long. Sooner would
   * not do: handing it on costs as much as a hundred quick chunks.
   */
  private static final long SLICE_NANOS = 500_000;

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unfinished = new AtomicInteger();
  private final Executor executor;
  private final LongSupplier nanoTime;
  private final Consumer<Throwable> refused;

  /**
   * @param refused told what the executor threw, before the tasks go on in a thread of their own
   */
  public SerialTasks(Executor executor, LongSupplier nanoTime, Consumer<Throwable> refused) {
    this.executor = executor;
    this.nanoTime = nanoTime;
    this.refused = refused;
  }

  /** Returns at once; {@code task} runs after all that were added before it. */
  public void add(Runnable task) {
    tasks.add(task);
    if (unfinished.getAndIncrement() == 0) {
      queue(this::run);
    }
  }

  private void run() {
    while (!turnEmpties()) {
      var handOver = new HandOver();
      queue(handOver);
      if (!handOver.cameBack()) {
        return;
      }
    }
  }

  private boolean turnEmpties() {
    long begun = nanoTime.getAsLong();
    do {
      tasks.remove().run();
      if (unfinished.decrementAndGet() == 0) {
        return true;
      }
    } while (nanoTime.getAsLong() - begun < SLICE_NANOS);
    return false;
  }

  private void queue(Runnable turn) {
    try {
      executor.execute(turn);
    } catch (RuntimeException | Error refusal) {
      refused.accept(refusal);
      DaemonThreads.named("sluice-refused-").newThread(turn).start();
    }
  }

  /**
   * Passes the thread on. An executor that runs tasks at once, on the caller's stack, would bury
   * each turn in the one before; that is noticed here and answered with a loop.
   */
  private final class HandOver implements Runnable {
    private final Thread from = Thread.currentThread();
    private boolean handedOver;
    private boolean cameBack;

    @Override
    public void run() {
      if (Thread.currentThread() == from && !handedOver) {
        cameBack = true;
      } else {
        SerialTasks.this.run();
      }
    }

    boolean cameBack() {
      handedOver = true;
      return cameBack;
    }
  }
}
