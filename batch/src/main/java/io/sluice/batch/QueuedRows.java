package io.sluice.batch;

import io.sluice.batch.input.RowReader;
import io.sluice.batch.input.RowReading;
import io.sluice.batch.input.RowSource;
import io.sluice.batch.result.RowError;
import io.sluice.batch.result.RowResult;
import io.sluice.batch.row.Row;
import io.sluice.queue.Job;
import io.sluice.queue.JobQueue;
import io.sluice.queue.JobResult;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Rows that are jobs of a queue. It remembers the job of each row until that is settled, and
 * releases what is left at the end. Thread-safe: rows are read on another thread than settled.
 */
final class QueuedRows implements RowSource {

  private static final Duration WAIT = Duration.ofMillis(200);

  private final JobQueue queue;
  private final RowReading reading;
  private final boolean endless;
  private final Map<Long, Job> unsettled = new HashMap<>();
  private LongConsumer revoked = number -> {};
  private long taken;
  private boolean ended;

  /**
   * @param endless whether more jobs are waited for when there are none
   * @throws IllegalArgumentException in one line, if jobs cannot be read so
   */
  QueuedRows(JobQueue queue, RowReading reading, boolean endless) {
    RowReader.of(reading, "");
    this.queue = queue;
    this.reading = reading;
    this.endless = endless;
  }

  /** Sets what is told the number of a row whose job was taken back; on a thread of the queue. */
  synchronized void onRevoked(LongConsumer told) {
    revoked = told;
  }

  @Override
  public Optional<Row> next() throws IOException {
    try {
      while (!isEnded()) {
        boolean last = !endless && queue.isEmpty();
        Optional<Job> job = queue.take(WAIT);
        if (job.isPresent()) {
          return Optional.of(row(job.get()));
        }
        if (last) {
          return Optional.empty();
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  @Override
  public String place(Row row) {
    return job(row).map(Job::place).orElse("job " + row.number());
  }

  /** Whether the queue has a result of that row from before. */
  boolean isAnswered(Row row) {
    return queue.isAnswered(row.id());
  }

  /** Whether the row's job was taken back before it was settled. */
  boolean isRevoked(Row row) {
    return job(row).isEmpty();
  }

  /** What the run of the row is labelled with. */
  Map<String, String> labels(Row row) {
    return job(row).map(Job::labels).orElse(Map.of());
  }

  /** Gives the queue the result of a row. */
  void done(RowResult result, String line) {
    settled(result.row())
        .ifPresent(
            job ->
                job.done(
                    new JobResult(result.row().id(), line, result.error().map(RowError::message))));
  }

  /** Settles the job of a row that has a result from before. */
  void skip(Row row) {
    settled(row).ifPresent(Job::skip);
  }

  /** Gives back the jobs that are not settled, and takes no more. */
  @Override
  public void close() {
    List<Job> left;
    synchronized (this) {
      ended = true;
      left = List.copyOf(unsettled.values());
      unsettled.clear();
    }
    left.forEach(Job::release);
  }

  private Row row(Job job) {
    long number = register(job);
    Row row =
        job.fault()
            .map(fault -> Row.unusable(job.id(), fault))
            .orElseGet(() -> RowReader.of(reading, job.text()).read(job.id(), job.text()));
    job.onRevoked(() -> revoked(number));
    return row.numbered(number);
  }

  private synchronized long register(Job job) {
    taken++;
    if (ended) {
      job.release();
    } else {
      unsettled.put(taken, job);
    }
    return taken;
  }

  private void revoked(long number) {
    LongConsumer told;
    synchronized (this) {
      unsettled.remove(number);
      told = revoked;
    }
    told.accept(number);
  }

  private synchronized boolean isEnded() {
    return ended;
  }

  private synchronized Optional<Job> job(Row row) {
    return Optional.ofNullable(unsettled.get(row.number()));
  }

  private synchronized Optional<Job> settled(Row row) {
    return Optional.ofNullable(unsettled.remove(row.number()));
  }
}
