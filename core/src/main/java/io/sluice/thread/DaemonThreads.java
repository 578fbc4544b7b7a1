package io.sluice.thread;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Creates threads that do not keep a JVM alive: virtual threads from JDK 24 on, daemon threads
 * before.
 */
public final class DaemonThreads {

  /**
   * From this version on, a virtual thread that blocks inside {@code synchronized} releases its
   * carrier.
   */
  private static final int UNPINNED = 24;

  private DaemonThreads() {}

  /** Returns a factory of threads that are named {@code prefix} and a number. */
  public static ThreadFactory named(String prefix) {
    return areVirtual() ? virtual(prefix) : platform(prefix);
  }

  /**
   * Returns an executor whose tasks may block. From JDK 24 on each has a virtual thread; before
   * that they share up to 32 threads, or four for each core, which die after a second without work.
   */
  public static Executor executor(String prefix) {
    int cores = Runtime.getRuntime().availableProcessors();
    return executor(prefix, Math.max(32, 4 * cores));
  }

  /**
   * Returns an executor whose tasks may block. From JDK 24 on each has a virtual thread; before
   * that they share up to {@code most} threads, which die after a second without work.
   */
  public static Executor executor(String prefix, int most) {
    if (areVirtual()) {
      ThreadFactory threads = virtual(prefix);
      return task -> threads.newThread(task).start();
    }
    return new ReusingPool(most, Duration.ofSeconds(1), pooled(prefix));
  }

  private static boolean areVirtual() {
    return Runtime.version().feature() >= UNPINNED;
  }

  private static ThreadFactory platform(String prefix) {
    var made = new AtomicLong();
    return task -> {
      var thread = new Thread(task, prefix + made.getAndIncrement());
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Makes threads that serve one caller after the other: they inherit neither the class loader nor
   * the thread locals of the caller for which they are created.
   */
  static ThreadFactory pooled(String prefix) {
    var made = new AtomicLong();
    return task -> {
      var thread = new Thread(null, task, prefix + made.getAndIncrement(), 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
      return thread;
    };
  }

  /** By reflection, because this is compiled for Java 17. */
  private static ThreadFactory virtual(String prefix) {
    try {
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Object ofVirtual = Thread.class.getMethod("ofVirtual").invoke(null);
      Object named =
          builder.getMethod("name", String.class, long.class).invoke(ofVirtual, prefix, 0L);
      return (ThreadFactory) builder.getMethod("factory").invoke(named);
    } catch (ReflectiveOperationException absent) {
      return platform(prefix);
    }
  }
}
