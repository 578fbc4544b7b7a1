package io.sluice.queue;

import java.util.Map;
import java.util.Optional;

/**
 * A request that a {@link JobQueue} handed out. It belongs to this process until it is settled by
 * {@link #done}, {@link #skip} or {@link #release}, or revoked; the first of these counts, and
 * later calls do nothing. A queue that lends jobs for a time only renews the loan itself until
 * then, so that an answer may take as long as it takes.
 *
 * <p>Implementations are thread-safe. The methods that settle a job return at once; what the queue
 * could not do because of that, {@link JobQueue#take} and {@link JobQueue#close} throw.
 */
public interface Job {

  /**
   * The name of the job if its text has none: 1 to 512 characters, and the same each time the queue
   * hands the job out.
   */
  String id();

  /** The request: a line as in the input of a batch, or a prompt. */
  String text();

  /** Why the job cannot be read, in one line; empty if it can. */
  default Optional<String> fault() {
    return Optional.empty();
  }

  /** What the run of the job is labelled with, as attributes by name; at most 16. */
  default Map<String, String> labels() {
    return Map.of();
  }

  /** Where the job stands in its queue, for people: {@code "partition 3, offset 17"}. */
  String place();

  /**
   * The job has its result, and is never handed out again. A queue that {@linkplain
   * JobQueue#keepsResults keeps results} keeps this one before it forgets the job, so that a crash
   * in between repeats a job and loses no result.
   */
  void done(JobResult result);

  /** The job needs no answer, since an earlier result of its id counts. */
  void skip();

  /** The job is left unanswered: the queue hands it out again, here or elsewhere. */
  void release();

  /**
   * Sets what is called if the queue takes the unsettled job back, at once if that has happened
   * already. The job's run is then to be stopped, and its result is no longer wanted. Called on a
   * thread of the queue; it must return at once.
   */
  void onRevoked(Runnable stop);
}
