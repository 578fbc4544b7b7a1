package io.sluice.batch;

import io.sluice.queue.Job;
import io.sluice.queue.JobQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A queue that hands out one job, and is gone once that was asked. */
final class BreakingQueue implements JobQueue {
  private final JobQueue queue;
  private final CountDownLatch asked;
  private boolean taken;

  BreakingQueue(JobQueue queue, CountDownLatch asked) {
    this.queue = queue;
    this.asked = asked;
  }

  @Override
  public boolean keepsResults() {
    return true;
  }

  @Override
  public Optional<Job> take(Duration wait) throws IOException, InterruptedException {
    if (taken) {
      asked.await();
      throw new IOException("the broker is gone");
    }
    Optional<Job> job = queue.take(wait);
    taken = job.isPresent();
    return job;
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public void close() throws IOException {
    queue.close();
  }
}
