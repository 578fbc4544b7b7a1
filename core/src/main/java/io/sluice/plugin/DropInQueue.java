package io.sluice.plugin;

import io.sluice.queue.Job;
import io.sluice.queue.JobQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A queue from a drop-in jar; taking and closing have the jar's class loader as the thread's. */
final class DropInQueue implements JobQueue {

  private final JobQueue queue;
  private final ClassLoader home;
  private final String origin;

  DropInQueue(JobQueue queue, ClassLoader home, String origin) {
    this.queue = queue;
    this.home = home;
    this.origin = origin;
  }

  @Override
  public boolean keepsResults() {
    return queue.keepsResults();
  }

  @Override
  public Optional<Job> take(Duration wait) throws IOException, InterruptedException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(home);
    try {
      return queue.take(wait);
    } catch (LinkageError stale) {
      throw new BrokenPluginException(origin, stale);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public boolean isEmpty() {
    return queue.isEmpty();
  }

  @Override
  public boolean isAnswered(String id) {
    return queue.isAnswered(id);
  }

  @Override
  public void close() throws IOException {
    DropInSink.call(home, origin, queue::close);
  }
}
