package io.sluice.server;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where spool files are read, off the loops: two threads, which end when they have nothing to do. A
 * viewer has one read at a time waiting, so that the viewers bound the queue.
 */
final class FileReads implements Executor, AutoCloseable {

  private static final int THREADS = 2;

  private final ThreadPoolExecutor pool;

  FileReads() {
    pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            FileReads::thread,
            new ThreadPoolExecutor.DiscardPolicy());
    pool.allowCoreThreadTimeOut(true);
  }

  /** Runs the task, or drops it if the server is closed: its viewer is gone then, too. */
  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "sluice-server-files");
    thread.setDaemon(true);
    return thread;
  }
}
