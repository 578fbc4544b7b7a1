package io.sluice.kafka.queue;

import io.sluice.queue.JobResult;
import java.util.Optional;

/**
 * A job and what became of it.
 *
 * @param job the job
 * @param result its result; empty if it has none
 * @param isReleased whether it is to be handed out again
 */
record SettledJob(KafkaJob job, Optional<JobResult> result, boolean isReleased) {

  static SettledJob done(KafkaJob job, JobResult result) {
    return new SettledJob(job, Optional.of(result), false);
  }

  static SettledJob skipped(KafkaJob job) {
    return new SettledJob(job, Optional.empty(), false);
  }

  static SettledJob released(KafkaJob job) {
    return new SettledJob(job, Optional.empty(), true);
  }

  /** Why the job has no whole answer and is to have none. */
  Optional<String> error() {
    return result.flatMap(JobResult::error);
  }
}
