package io.sluice.testkit;

import io.sluice.queue.Job;
import io.sluice.queue.JobQueue;
import io.sluice.queue.JobQueueFactory;
import io.sluice.queue.JobResult;
import io.sluice.sink.SinkOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Jobs in memory, for tests of what takes jobs from a queue. Each queue that is opened stands for a
 * process of its own, and all hand out the same jobs. Thread-safe.
 */
public final class MemoryQueue implements JobQueueFactory {

  private final boolean keepsResults;
  private final Deque<MemoryJob> waiting = new ArrayDeque<>();
  private final List<MemoryJob> lent = new ArrayList<>();
  private final List<JobResult> results = new ArrayList<>();

  private MemoryQueue(boolean keepsResults) {
    this.keepsResults = keepsResults;
  }

  /** Returns a queue that keeps the results of its jobs. */
  public static MemoryQueue keepingResults() {
    return new MemoryQueue(true);
  }

  /** Returns a queue that leaves results to its caller. */
  public static MemoryQueue withoutResults() {
    return new MemoryQueue(false);
  }

  /** Adds a job at the end. */
  public synchronized MemoryQueue put(String id, String text) {
    waiting.add(new MemoryJob(id, text));
    notifyAll();
    return this;
  }

  /** Takes back the job of that id from who has it, and hands it out again. */
  public void revoke(String id) {
    Runnable stop;
    synchronized (this) {
      MemoryJob job = lent.stream().filter(each -> each.id.equals(id)).findFirst().orElseThrow();
      lent.remove(job);
      waiting.addFirst(new MemoryJob(job.id, job.text));
      stop = job.revoked();
      notifyAll();
    }
    stop.run();
  }

  /** What became of the jobs that are done, in order; also if the queue keeps no results. */
  public synchronized List<JobResult> results() {
    return List.copyOf(results);
  }

  /** The ids of the jobs that were handed out and are not settled. */
  public synchronized List<String> lent() {
    return lent.stream().map(Job::id).toList();
  }

  /** The ids of the jobs that wait. */
  public synchronized List<String> waiting() {
    return waiting.stream().map(Job::id).toList();
  }

  /** Opens the queue for one more process. */
  public JobQueue open() {
    return new Opened();
  }

  @Override
  public JobQueue open(SinkOptions options) {
    return open();
  }

  private synchronized void settle(MemoryJob job, Runnable settling) {
    if (lent.remove(job)) {
      settling.run();
      notifyAll();
    }
  }

  /** A job, anew each time it is handed out. */
  private final class MemoryJob implements Job {

    private final String id;
    private final String text;
    private @Nullable Opened owner;
    private Runnable stop = () -> {};
    private boolean isRevoked;

    MemoryJob(String id, String text) {
      this.id = Objects.requireNonNull(id, "id");
      this.text = Objects.requireNonNull(text, "text");
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String text() {
      return text;
    }

    @Override
    public Map<String, String> labels() {
      return new LinkedHashMap<>(Map.of("queue", "memory"));
    }

    @Override
    public String place() {
      return "job " + id;
    }

    @Override
    public void done(JobResult result) {
      settle(this, () -> results.add(result));
    }

    @Override
    public void skip() {
      settle(this, () -> {});
    }

    @Override
    public void release() {
      settle(this, () -> waiting.addFirst(new MemoryJob(id, text)));
    }

    @Override
    public void onRevoked(Runnable told) {
      boolean now;
      synchronized (MemoryQueue.this) {
        stop = told;
        now = isRevoked;
      }
      if (now) {
        told.run();
      }
    }

    private Runnable revoked() {
      isRevoked = true;
      return stop;
    }
  }

  /** The queue as one process sees it. */
  private final class Opened implements JobQueue {

    private boolean closed;
    private final List<String> answered = results().stream().map(JobResult::id).toList();

    @Override
    public boolean keepsResults() {
      return keepsResults;
    }

    @Override
    public Optional<Job> take(Duration wait) throws InterruptedException {
      synchronized (MemoryQueue.this) {
        long until = System.nanoTime() + wait.toNanos();
        long left = wait.toMillis();
        while (waiting.isEmpty() && !closed && left > 0) {
          MemoryQueue.this.wait(left);
          left = (until - System.nanoTime()) / 1_000_000;
        }
        if (closed || waiting.isEmpty()) {
          return Optional.empty();
        }
        MemoryJob job = waiting.remove();
        job.owner = this;
        lent.add(job);
        return Optional.of(job);
      }
    }

    @Override
    public boolean isEmpty() {
      synchronized (MemoryQueue.this) {
        return waiting.isEmpty();
      }
    }

    @Override
    public boolean isAnswered(String id) {
      return keepsResults && answered.contains(id);
    }

    @Override
    public void close() {
      List<MemoryJob> left;
      synchronized (MemoryQueue.this) {
        closed = true;
        left = lent.stream().filter(job -> job.owner == this).toList();
        MemoryQueue.this.notifyAll();
      }
      left.forEach(Job::release);
    }
  }
}
