package io.sluice.server;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where what takes its time is done, off the loops: two threads, which end when they have nothing
 * to do. A connection has one task at a time waiting, so that the connections bound the queue.
 */
final class BlockingCalls implements Executor, AutoCloseable {

  private static final int THREADS = 2;

  private final ThreadPoolExecutor pool;

  BlockingCalls(String name) {
    pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> thread(task, name),
            new ThreadPoolExecutor.DiscardPolicy());
    pool.allowCoreThreadTimeOut(true);
  }

  /** Runs the task, or drops it if the server is closed: its client is gone then, too. */
  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private static Thread thread(Runnable task, String name) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
