package io.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.sluice.queue.Job;
import io.sluice.queue.JobQueue;
import io.sluice.queue.JobResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The duties of a queue of jobs, Q1 to Q7, as tests that a queue's test class inherits. That class
 * says how the queue is opened and how jobs get into it. Each test needs a queue of its own without
 * jobs, and has it open once at a time.
 */
public abstract class JobQueueContract {

  private static final Duration MOMENT = Duration.ofMillis(200);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(40);

  /** Creates the tests; the extending test class calls this. */
  protected JobQueueContract() {}

  /** Opens the queue, as one more process that takes jobs from it. */
  protected abstract JobQueue open() throws IOException;

  /** Adds a job of that id and text. Returns when it is there. */
  protected abstract void put(String id, String text) throws Exception;

  /** The lines of the results that the queue keeps, in any order; not called if it keeps none. */
  protected abstract List<String> results() throws Exception;

  /** Checks Q1: each job comes once, with what was put. */
  @Test
  void q1EachJobIsHandedOutOnceWithItsTextAndPlace() throws Exception {
    put(8);
    try (JobQueue queue = open()) {
      List<Job> jobs = take(queue, 8);

      assertThat(byId(jobs)).as("Q1: the ids of the jobs that were taken").hasSize(8);
      byId(jobs)
          .forEach(
              (id, job) -> {
                assertThat(job.text()).as("Q1: the text of " + id).isEqualTo(text(id));
                assertThat(job.place()).as("Q1: the place of " + id).isNotBlank();
                assertThat(job.fault()).as("Q1: the fault of " + id).isEmpty();
              });
      assertThat(queue.take(MOMENT)).as("Q1: a job more than there are").isEmpty();
    }
  }

  /** Checks Q2: a job that is done is never handed out again, and its result is kept. */
  @Test
  void q2AJobThatIsDoneNeverComesAgainThoughAnEarlierOneIsNot() throws Exception {
    put(6);
    Job left;
    boolean keeps;
    try (JobQueue queue = open()) {
      keeps = queue.keepsResults();
      List<Job> jobs = take(queue, 6);
      left = jobs.get(0);
      jobs.subList(1, 6).forEach(JobQueueContract::finish);
    }

    if (keeps) {
      assertThat(results()).as("Q2: the results that are kept").hasSize(5);
    }
    assertThat(remaining()).as("Q2: the jobs that come again").containsExactly(left.id());
  }

  /** Checks Q3: a job that is released, or not settled when the queue is closed, comes again. */
  @Test
  void q3AJobThatIsReleasedOrLeftComesAgain() throws Exception {
    put(3);
    try (JobQueue queue = open()) {
      List<Job> jobs = take(queue, 3);
      jobs.get(0).release();
      jobs.get(1).skip();
    }

    assertThat(remaining())
        .as("Q3: the jobs that come again, of one released, one left")
        .hasSize(2);
  }

  /** Checks Q4: the first settling of a job counts. */
  @Test
  void q4LaterSettlingsDoNothing() throws Exception {
    put(1);
    boolean keeps;
    try (JobQueue queue = open()) {
      keeps = queue.keepsResults();
      Job job = take(queue, 1).get(0);
      finish(job);
      finish(job);
      job.release();
      job.skip();
    }

    assertThat(remaining()).as("Q4: the jobs that come again").isEmpty();
    if (keeps) {
      assertThat(results()).as("Q4: the results of one job").hasSize(1);
    }
  }

  /** Checks Q5: the queue says when nothing is left. */
  @Test
  void q5ItSaysWhenNothingIsLeft() throws Exception {
    put(2);
    try (JobQueue queue = open()) {
      take(queue, 2).forEach(JobQueueContract::finish);
      long until = System.nanoTime() + PATIENCE;
      while (!queue.isEmpty() && until - System.nanoTime() > 0) {
        assertThat(queue.take(MOMENT)).as("Q5: a job more than there are").isEmpty();
      }

      assertThat(queue.isEmpty()).as("Q5: isEmpty when all jobs were taken").isTrue();
    }
  }

  /** Checks Q6: closing ends a take that waits, and may be repeated. */
  @Test
  void q6ClosingEndsATakeThatWaits() throws Exception {
    JobQueue queue = open();
    var taken = new CompletableFuture<Optional<Job>>();
    var taking =
        new Thread(
            () -> {
              try {
                taken.complete(queue.take(Duration.ofMinutes(10)));
              } catch (IOException | InterruptedException | RuntimeException thrown) {
                taken.completeExceptionally(thrown);
              }
            });
    taking.setDaemon(true);
    taking.start();
    queue.close();

    assertThat(ended(taken)).as("Q6: what a take returned that closing ended").isEmpty();
    assertThatCode(queue::close).as("Q6: closing once more").doesNotThrowAnyException();
    assertThat(queue.take(MOMENT)).as("Q6: a job of a closed queue").isEmpty();
  }

  /** Checks Q7: settling after the end does nothing and throws nothing. */
  @Test
  void q7SettlingAfterTheEndDoesNothing() throws Exception {
    put(3);
    List<Job> jobs;
    try (JobQueue queue = open()) {
      jobs = take(queue, 3);
    }

    assertThatCode(
            () -> {
              finish(jobs.get(0));
              jobs.get(1).release();
              jobs.get(2).skip();
            })
        .as("Q7: settling jobs of a closed queue")
        .doesNotThrowAnyException();
    assertThat(remaining()).as("Q7: the jobs that come again").hasSize(3);
  }

  /** The ids of the jobs that are left, all of which are taken by that and finished. */
  private List<String> remaining() throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    try (JobQueue queue = open()) {
      long until = System.nanoTime() + PATIENCE;
      boolean last = false;
      while (!last && until - System.nanoTime() > 0) {
        last = queue.isEmpty();
        Optional<Job> job = queue.take(MOMENT);
        job.ifPresent(JobQueueContract::finish);
        job.map(Job::id).ifPresent(ids::add);
        last &= job.isEmpty();
      }
    }
    return ids;
  }

  private void put(int jobs) throws Exception {
    for (String id : IntStream.range(0, jobs).mapToObj(each -> "job-" + each).toList()) {
      put(id, text(id));
    }
  }

  private static List<Job> take(JobQueue queue, int count)
      throws IOException, InterruptedException {
    List<Job> jobs = new ArrayList<>();
    long until = System.nanoTime() + PATIENCE;
    while (jobs.size() < count && until - System.nanoTime() > 0) {
      queue.take(MOMENT).ifPresent(jobs::add);
    }
    assertThat(jobs).as("the jobs that were handed out").hasSize(count);
    return jobs;
  }

  private static void finish(Job job) {
    job.done(new JobResult(job.id(), "{\"custom_id\":\"" + job.id() + "\"}", Optional.empty()));
  }

  private static String text(String id) {
    return "{\"custom_id\":\"" + id + "\",\"prompt\":\"Hi " + id + "\"}";
  }

  private static Map<String, Job> byId(List<Job> jobs) {
    Map<String, Job> all = new HashMap<>();
    jobs.forEach(job -> all.put(job.id(), job));
    return all;
  }

  private static Optional<Job> ended(CompletableFuture<Optional<Job>> taken)
      throws InterruptedException {
    try {
      return taken.get(PATIENCE, TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new AssertionError("Q6: a take that waits while the queue is closed", failed);
    }
  }
}
