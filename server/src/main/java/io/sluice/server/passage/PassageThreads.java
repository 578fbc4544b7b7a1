package io.sluice.server.passage;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for what must not be done on the loops of connections: copies are decoded on two, and
 * keys, which may take long, are asked for on another. All end after some seconds without work.
 */
final class PassageThreads implements AutoCloseable {

  private static final int RECORDERS = 2;
  private static final long SECONDS = 5;

  private final ThreadPoolExecutor recording = pool("sluice-recorder", RECORDERS);
  private final ThreadPoolExecutor keys = pool("sluice-keys", 1);

  /** Where copies of requests and answers are read; nothing blocks there. */
  Executor recording() {
    return recording;
  }

  /** Where keys are asked for, one at a time. */
  Executor keys() {
    return keys;
  }

  /** Takes no more work; what was begun is interrupted. */
  @Override
  public void close() {
    recording.shutdownNow();
    keys.shutdownNow();
  }

  private static ThreadPoolExecutor pool(String name, int threads) {
    var pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DefaultThreadFactory(name, true));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
