package io.sluice.server;

import io.sluice.server.runs.TaskTimer;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where the tokens of all runs are counted, off the loops: one thread, which ends when it has
 * nothing to do. Each run has one task at a time waiting.
 */
final class TokenThread implements TaskTimer, AutoCloseable {

  private final ScheduledThreadPoolExecutor pool;

  TokenThread() {
    pool =
        new ScheduledThreadPoolExecutor(
            1, TokenThread::thread, new ThreadPoolExecutor.DiscardPolicy());
    pool.setKeepAliveTime(1, TimeUnit.SECONDS);
    pool.allowCoreThreadTimeOut(true);
  }

  @Override
  public void add(Duration delay, Runnable task) {
    pool.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "sluice-server-tokens");
    thread.setDaemon(true);
    return thread;
  }
}
