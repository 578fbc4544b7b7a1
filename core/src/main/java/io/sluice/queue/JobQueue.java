package io.sluice.queue;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Hands out jobs, each to one process at a time, and takes what became of them. Made by a {@link
 * JobQueueFactory}. {@code JobQueueContract} of the testkit has the duties of a queue as tests.
 *
 * <p>{@link #take} is called by one thread at a time; all else may be called from any thread. A job
 * whose process dies is handed out again, so that a job may be answered twice but not lost.
 */
public interface JobQueue extends Closeable {

  /**
   * Whether the queue keeps the results of its jobs where others find them. If not, {@link
   * Job#done} only settles the job, and the caller has kept the result before.
   */
  boolean keepsResults();

  /**
   * Returns the next job, waiting for one for that long at most; empty if none came, or the queue
   * is closed. Without calls the queue hands nothing out, so it holds back only a few jobs ahead of
   * its caller. It returns none while too many results wait to be kept.
   *
   * @throws IOException in one line, if the queue does not work any more: because it is gone, or it
   *     could not keep a result
   */
  Optional<Job> take(Duration wait) throws IOException, InterruptedException;

  /**
   * Whether no job is left to take for now, as far as the queue knows. Jobs of other processes do
   * not count, and jobs may come later.
   */
  boolean isEmpty();

  /**
   * Whether the queue keeps results, and one of that id was there already when it was opened.
   * Returns at once.
   */
  default boolean isAnswered(String id) {
    return false;
  }

  /**
   * Releases the jobs that are not settled, and waits until what was settled is kept, within a
   * limit that the queue states. May be called while another thread takes a job, and repeatedly.
   *
   * @throws IOException in one line, if a result could not be kept, whose job is then handed out
   *     again
   */
  @Override
  void close() throws IOException;
}
