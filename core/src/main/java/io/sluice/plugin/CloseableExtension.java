package io.sluice.plugin;

import io.sluice.thread.DaemonThreads;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An extension that lives as long as its plugins, and holds something that is to be released.
 *
 * @param title its kind and name, such as {@code sink 'kafka'}
 * @param origin where it comes from, for people
 * @param thing the extension
 */
record CloseableExtension(String title, String origin, AutoCloseable thing) {

  /**
   * Closes it on a thread of its own, with its own class loader, and waits for that, also if the
   * calling thread is interrupted. Returns what went wrong. A thread that takes longer than the
   * limit is interrupted and left behind.
   */
  Optional<BrokenPluginException> close(Duration limit) {
    var closing =
        new FutureTask<Boolean>(
            () -> {
              thing.close();
              return true;
            });
    Thread thread = DaemonThreads.named("sluice-close-").newThread(closing);
    thread.setContextClassLoader(thing.getClass().getClassLoader());
    thread.start();
    try {
      await(closing, limit);
      return Optional.empty();
    } catch (ExecutionException failed) {
      return Optional.of(
          BrokenPluginException.notClosed(this, Objects.requireNonNull(failed.getCause())));
    } catch (TimeoutException slow) {
      closing.cancel(true);
      return Optional.of(BrokenPluginException.notClosed(this, limit));
    }
  }

  private static void await(FutureTask<?> closing, Duration limit)
      throws ExecutionException, TimeoutException {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          closing.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
          return;
        } catch (InterruptedException early) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
