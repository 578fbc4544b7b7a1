package io.sluice.pipeline;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The threads that call sinks where nobody brought any. */
final class RunThreads {

  /** From here on a virtual thread inside {@code synchronized} leaves its carrier to others. */
  private static final int UNPINNED = 24;

  /** Sinks block, so there are more than cores; a run waits in the queue for one at most once. */
  private static final int MOST = Math.max(32, 4 * Runtime.getRuntime().availableProcessors());

  private RunThreads() {}

  /** Virtual threads from JDK 24 on; before that a pool whose threads die after a second idle. */
  static Executor executor() {
    ThreadFactory threads = factory("sluice-run-");
    if (Runtime.version().feature() >= UNPINNED) {
      return task -> threads.newThread(task).start();
    }
    var pool =
        new ThreadPoolExecutor(
            MOST, MOST, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Makes threads that keep no JVM alive: virtual ones from JDK 24 on. */
  static ThreadFactory factory(String prefix) {
    return Runtime.version().feature() >= UNPINNED ? virtual(prefix) : daemons(prefix);
  }

  private static ThreadFactory daemons(String prefix) {
    var made = new AtomicLong();
    return task -> {
      var thread = new Thread(task, prefix + made.getAndIncrement());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** By reflection, because this is compiled for 17. */
  private static ThreadFactory virtual(String prefix) {
    try {
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Object ofVirtual = Thread.class.getMethod("ofVirtual").invoke(null);
      Object named =
          builder.getMethod("name", String.class, long.class).invoke(ofVirtual, prefix, 0L);
      return (ThreadFactory) builder.getMethod("factory").invoke(named);
    } catch (ReflectiveOperationException absent) {
      return daemons(prefix);
    }
  }
}
