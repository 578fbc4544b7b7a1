package io.sluice.pipeline;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/** The executor that is the thread waiting in {@code run}. */
final class CallerThread implements Executor {

  /** A run queues itself at most once, so this holds one. */
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable turn) {
    queue.add(turn);
  }

  /**
   * Runs what comes until {@code over}, and tells {@code interrupted} of each interrupt; the flag
   * is set again afterwards.
   */
  void serve(BooleanSupplier over, Runnable interrupted) {
    boolean flag = false;
    try {
      while (!over.getAsBoolean()) {
        try {
          queue.take().run();
        } catch (InterruptedException interrupt) {
          flag = true;
          interrupted.run();
        }
      }
    } finally {
      if (flag) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
