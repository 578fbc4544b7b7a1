package io.sluice.kafka.queue;

import io.sluice.queue.Job;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where the thread that talks to the brokers and those that answer jobs meet: jobs that are ready
 * to be taken, and jobs that are settled. Holds no more jobs than that thread put there.
 * Thread-safe.
 */
final class JobExchange {

  private final Deque<KafkaJob> ready = new ArrayDeque<>();
  private List<SettledJob> settled = new ArrayList<>();
  private @Nullable IOException failure;
  private int takers;
  private boolean isCaughtUp;
  private boolean closed;

  /** Adds a job to those that are ready. */
  synchronized void ready(KafkaJob job) {
    ready.add(job);
    notifyAll();
  }

  /** How many jobs are ready. */
  synchronized int ready() {
    return ready.size();
  }

  /** Removes the ready jobs of that kind, which were not handed out. */
  synchronized void withdraw(Predicate<KafkaJob> which) {
    ready.removeIf(which);
  }

  /** Whether somebody waits for a job, and none is ready. */
  synchronized boolean isWanted() {
    return takers > 0 && ready.isEmpty();
  }

  /** Sets whether the brokers had nothing more, as of now. */
  synchronized void caughtUp(boolean nothingMore) {
    isCaughtUp = nothingMore;
  }

  /** Whether no job is ready and the brokers have none. */
  synchronized boolean isEmpty() {
    return closed || (isCaughtUp && ready.isEmpty());
  }

  /** Takes a job that is ready, waiting for one for that long at most. */
  synchronized Optional<Job> take(Duration wait) throws IOException, InterruptedException {
    long until = System.nanoTime() + wait.toNanos();
    long left = wait.toMillis();
    takers++;
    try {
      while (ready.isEmpty() && !closed && failure == null && left > 0) {
        wait(left);
        left = (until - System.nanoTime()) / 1_000_000;
      }
    } finally {
      takers--;
    }
    check();
    return closed ? Optional.empty() : Optional.ofNullable(ready.poll());
  }

  /** A job was settled. */
  synchronized void settled(SettledJob job) {
    settled.add(job);
    notifyAll();
  }

  /** Takes the jobs that were settled, in that order. */
  synchronized List<SettledJob> settled() {
    List<SettledJob> taken = settled;
    settled = new ArrayList<>();
    return taken;
  }

  /** Waits until a job was settled, that long at most. */
  synchronized void awaitSettled(Duration wait) throws InterruptedException {
    long until = System.nanoTime() + wait.toNanos();
    long left = wait.toMillis();
    while (settled.isEmpty() && !closed && left > 0) {
      wait(left);
      left = (until - System.nanoTime()) / 1_000_000;
    }
  }

  /** Nothing works any more. */
  synchronized void fail(IOException why) {
    if (failure == null) {
      failure = why;
    }
    notifyAll();
  }

  /**
   * Throws what failed.
   *
   * @throws IOException in one line, if something did
   */
  synchronized void check() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  /** Hands out no more jobs. */
  synchronized void close() {
    closed = true;
    ready.clear();
    notifyAll();
  }

  synchronized boolean isClosed() {
    return closed;
  }
}
