package io.sluice.cli.terminal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again, on a thread of its own, until it is closed. */
public interface Ticker extends AutoCloseable {
  /** Begins; to be called once. */
  void start(Runnable each);

  /** Ends; what is being done just now may still go on. */
  @Override
  void close();

  /** Often enough for a line that moves. */
  static Ticker ofLine() {
    return every(100);
  }

  private static Ticker every(long milliseconds) {
    return new Ticker() {
      private final ScheduledExecutorService executor =
          Executors.newSingleThreadScheduledExecutor(Ticker::daemon);

      @Override
      public void start(Runnable each) {
        executor.scheduleWithFixedDelay(each, 0, milliseconds, TimeUnit.MILLISECONDS);
      }

      @Override
      public void close() {
        executor.shutdownNow();
      }
    };
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "sluice-line");
    thread.setDaemon(true);
    return thread;
  }
}
