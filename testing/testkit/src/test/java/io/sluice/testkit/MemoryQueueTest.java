package io.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.queue.Job;
import io.sluice.queue.JobQueue;
import io.sluice.queue.JobResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoryQueueTest extends JobQueueContract {

  private final MemoryQueue memory = MemoryQueue.keepingResults();

  @Override
  protected JobQueue open() {
    return memory.open();
  }

  @Override
  protected void put(String id, String text) {
    memory.put(id, text);
  }

  @Override
  protected List<String> results() {
    return memory.results().stream().map(JobResult::line).toList();
  }

  @Test
  void aJobThatIsTakenBackStopsItsRunAndComesAgain() throws Exception {
    memory.put("a", "{}");
    var stops = new AtomicInteger();
    try (JobQueue queue = open()) {
      Job job = queue.take(Duration.ofSeconds(1)).orElseThrow();
      memory.revoke("a");
      job.onRevoked(stops::incrementAndGet);
      job.done(new JobResult("a", "late", Optional.empty()));

      assertThat(stops).hasValue(1);
      assertThat(memory.results()).isEmpty();
      assertThat(queue.take(Duration.ofSeconds(1)).orElseThrow().id()).isEqualTo("a");
    }
  }

  @Test
  void aQueueThatHandsOutDoneJobsAgainFailsItsDuty() {
    var forgetful =
        new JobQueueContract() {
          private int opened;

          @Override
          protected JobQueue open() throws IOException {
            if (++opened == 2) {
              memory.put("job-1", "again");
            }
            return memory.open();
          }

          @Override
          protected void put(String id, String text) {
            memory.put(id, text);
          }

          @Override
          protected List<String> results() {
            return List.of();
          }
        };

    assertThatThrownBy(forgetful::q2AJobThatIsDoneNeverComesAgainThoughAnEarlierOneIsNot)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Q2");
  }
}
