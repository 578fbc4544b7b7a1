package io.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.batch.input.InputFormat;
import io.sluice.batch.input.RowReading;
import io.sluice.batch.result.RowErrorKind;
import io.sluice.batch.result.RowResult;
import io.sluice.queue.JobQueue;
import io.sluice.queue.JobResult;
import io.sluice.stream.Failure;
import io.sluice.testkit.MemoryQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchQueueTest {

  @Test
  void jobsAreAnsweredUntilNoneIsLeftAndTheQueueHasTheResults() throws IOException {
    MemoryQueue jobs = jobs(MemoryQueue.keepingResults(), 20);

    BatchSummary summary = run(Batch.of(FakePipeline.answering()), jobs);

    assertThat(summary.stop()).isEqualTo(BatchStop.FINISHED);
    assertThat(summary.completed()).isEqualTo(20);
    assertThat(jobs.results()).hasSize(20).allMatch(result -> result.error().isEmpty());
    assertThat(jobs.results().get(0).line())
        .contains("\"custom_id\":\"" + jobs.results().get(0).id() + "\"")
        .contains("Re: ");
    assertThat(jobs.lent()).isEmpty();
  }

  @Test
  void noMoreJobsAreTakenThanAreAskedAtOnce() throws Exception {
    MemoryQueue jobs = jobs(MemoryQueue.keepingResults(), 9);
    var control = new BatchControl();
    var full = new CompletableFuture<List<String>>();
    FakePipeline stuck =
        new FakePipeline(
            (prompt, before) -> {
              if (prompt.equals("3")) {
                full.complete(jobs.waiting());
              }
              return Optional.empty();
            });

    CompletableFuture<BatchSummary> ended =
        running(Batch.of(stuck).concurrency(3).control(control).following(), jobs);
    assertThat(full.get(30, TimeUnit.SECONDS)).hasSize(6);
    control.stop();

    assertThat(ended.get(30, TimeUnit.SECONDS).stop()).isEqualTo(BatchStop.ASKED);
    assertThat(jobs.waiting()).hasSize(9);
    assertThat(jobs.results()).isEmpty();
  }

  @Test
  void aBatchThatFollowsTakesJobsThatComeLaterAndDrainsWhenItIsStopped() throws Exception {
    MemoryQueue jobs = MemoryQueue.keepingResults();
    var control = new BatchControl();
    var answered = new CompletableFuture<String>();
    var observer =
        new BatchObserver() {
          @Override
          public void ended(RowResult result) {
            answered.complete(result.row().id());
          }
        };

    CompletableFuture<BatchSummary> ended =
        running(
            Batch.of(FakePipeline.answering()).control(control).observer(observer).following(),
            jobs);
    jobs.put("late", row("late", "x"));
    assertThat(answered.get(30, TimeUnit.SECONDS)).isEqualTo("late");
    control.finishWithin(Duration.ofSeconds(30));

    assertThat(ended.get(30, TimeUnit.SECONDS).completed()).isEqualTo(1);
    assertThat(jobs.results()).hasSize(1);
  }

  @Test
  void aJobThatCannotBeAskedIsAnErrorAndTheOthersGoOn() throws IOException {
    MemoryQueue jobs = jobs(MemoryQueue.keepingResults(), 1);
    jobs.put("poison-1", "no JSON").put("poison-2", "{\"id\":\"b\"}");
    jobs(jobs, 2);

    BatchSummary summary = run(Batch.of(FakePipeline.answering()), jobs);

    assertThat(summary.completed()).isEqualTo(3);
    assertThat(summary.failed()).isEqualTo(2);
    assertThat(jobs.results())
        .filteredOn(result -> result.error().isPresent())
        .extracting(JobResult::id)
        .containsExactlyInAnyOrder("poison-1", "b");
  }

  @Test
  void whatMayPassIsAskedAgainHereAndOneRefusalForLimitsCostsNothing() throws IOException {
    MemoryQueue jobs = jobs(MemoryQueue.keepingResults(), 1);
    Failure limited =
        Failure.Http.builder(429, "slow down").retryAfter(Duration.ofNanos(1)).build();
    var pipeline =
        new FakePipeline(
            (prompt, before) ->
                Optional.of(
                    switch (before) {
                      case 0 -> FakePipeline.failed(limited);
                      case 1 -> FakePipeline.refused(503, "busy");
                      default -> FakePipeline.completed("yes");
                    }));

    BatchSummary summary = run(Batch.of(pipeline).retries(1), jobs);

    assertThat(summary.completed()).isEqualTo(1);
    assertThat(pipeline.asked()).hasSize(3);
  }

  @Test
  void aWrongKeyGivesAllJobsBack() throws IOException {
    MemoryQueue jobs = jobs(MemoryQueue.keepingResults(), 5);
    var pipeline =
        new FakePipeline((prompt, before) -> Optional.of(FakePipeline.refused(401, "wrong key")));

    BatchSummary summary = run(Batch.of(pipeline).concurrency(2), jobs);

    assertThat(summary.stop()).isEqualTo(BatchStop.NOT_AUTHORISED);
    assertThat(jobs.waiting()).hasSize(5);
    assertThat(jobs.results()).isEmpty();
  }

  @Test
  void aJobThatIsTakenBackIsStoppedAndItsNextOwnerAnswersIt() throws Exception {
    MemoryQueue jobs = jobs(MemoryQueue.keepingResults(), 1);
    var asked = new CompletableFuture<String>();
    var pipeline =
        new FakePipeline(
            (prompt, before) -> {
              asked.complete(prompt);
              return before == 0 ? Optional.empty() : Optional.of(FakePipeline.completed("yes"));
            });

    CompletableFuture<BatchSummary> ended = running(Batch.of(pipeline).concurrency(1), jobs);
    asked.get(30, TimeUnit.SECONDS);
    jobs.revoke("job-1");

    ended.get(30, TimeUnit.SECONDS);
    assertThat(jobs.results()).hasSize(1);
    assertThat(pipeline.most()).isEqualTo(1);
  }

  @Test
  void resultsInAFileAreNotAskedAgainThoughTheirJobsComeAgain(@TempDir Path folder)
      throws IOException {
    MemoryQueue jobs = jobs(MemoryQueue.withoutResults(), 3);
    Path output = folder.resolve("out.jsonl");
    run(Batch.of(FakePipeline.answering()).state(output), jobs);
    jobs(jobs, 4);
    FakePipeline again = FakePipeline.answering();

    BatchSummary summary = run(Batch.of(again).state(output), jobs);

    assertThat(again.asked()).containsExactly("4");
    assertThat(summary.earlier()).isEqualTo(3);
    assertThat(Files.readAllLines(output)).hasSize(4);
    assertThat(jobs.waiting()).isEmpty();
  }

  @Test
  void anotherRequestOfAnIdIsAskedAndItsResultCounts(@TempDir Path folder) throws IOException {
    MemoryQueue jobs = MemoryQueue.withoutResults();
    Path output = folder.resolve("out.jsonl");
    run(Batch.of(FakePipeline.answering()).state(output), jobs.put("a", row("a", "old")));

    run(Batch.of(FakePipeline.answering()).state(output), jobs.put("a", row("a", "new")));

    assertThat(Files.readAllLines(output)).singleElement().asString().contains("Re: new");
  }

  @Test
  void aQueueThatHasAResultIsNotAskedForItAgain() throws IOException {
    MemoryQueue jobs = jobs(MemoryQueue.keepingResults(), 1);
    run(Batch.of(FakePipeline.answering()), jobs);
    jobs(jobs, 2);
    FakePipeline again = FakePipeline.answering();

    BatchSummary summary = run(Batch.of(again), jobs);

    assertThat(again.asked()).containsExactly("2");
    assertThat(summary.earlier()).isEqualTo(1);
    assertThat(jobs.results()).hasSize(2);
  }

  @Test
  void resultsHaveOnePlace(@TempDir Path folder) {
    Batch batch = Batch.of(FakePipeline.answering()).state(folder.resolve("out.jsonl"));

    assertThatThrownBy(() -> run(batch, jobs(MemoryQueue.keepingResults(), 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the queue keeps the results of its jobs, and so would the output; leave out one of"
                + " them");
  }

  @Test
  void jobsMayBePromptsButNoRecordsOfATable() throws IOException {
    MemoryQueue jobs = MemoryQueue.keepingResults().put("a", "Why?");
    FakePipeline pipeline = FakePipeline.answering();

    run(Batch.of(pipeline).reading(RowReading.defaults().format(InputFormat.TEXT)), jobs);

    assertThat(pipeline.asked()).containsExactly("Why?");
    Batch tables = Batch.of(pipeline).reading(RowReading.defaults().format(InputFormat.CSV));
    assertThatThrownBy(() -> run(tables, jobs))
        .hasMessageStartingWith("a row of a queue is no record of a table");
  }

  @Test
  void aQueueThatBreaksEndsTheBatchAndThoseUnderWayGetTheirResults() {
    List<RowErrorKind> errors = new ArrayList<>();
    List<String> completed = new ArrayList<>();
    var observer =
        new BatchObserver() {
          @Override
          public void ended(RowResult result) {
            result.error().ifPresent(why -> errors.add(why.kind()));
            completed.add(result.row().id());
          }
        };
    var asked = new CountDownLatch(1);
    var pipeline =
        new FakePipeline(
            (prompt, before) -> {
              asked.countDown();
              return Optional.of(FakePipeline.completed("yes"));
            });
    JobQueue breaking = new BreakingQueue(jobs(MemoryQueue.keepingResults(), 1).open(), asked);

    assertThatThrownBy(() -> Batch.of(pipeline).observer(observer).run(breaking))
        .isInstanceOf(IOException.class)
        .hasMessage("the broker is gone");
    assertThat(completed).containsExactly("job-1");
    assertThat(errors).isEmpty();
  }

  private static BatchSummary run(Batch batch, MemoryQueue jobs) throws IOException {
    try (JobQueue queue = jobs.open()) {
      return batch.run(queue);
    }
  }

  private static CompletableFuture<BatchSummary> running(Batch batch, MemoryQueue jobs) {
    var ended = new CompletableFuture<BatchSummary>();
    var thread =
        new Thread(
            () -> {
              try {
                ended.complete(run(batch, jobs));
              } catch (IOException | RuntimeException failed) {
                ended.completeExceptionally(failed);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return ended;
  }

  private static MemoryQueue jobs(MemoryQueue queue, int upTo) {
    for (int number = 1; number <= upTo; number++) {
      String id = "job-" + number;
      queue.put(id, row(id, Integer.toString(number)));
    }
    return queue;
  }

  private static String row(String id, String prompt) {
    return "{\"id\":\"" + id + "\",\"prompt\":\"" + prompt + "\"}";
  }
}
