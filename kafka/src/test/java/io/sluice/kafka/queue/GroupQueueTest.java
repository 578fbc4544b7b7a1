package io.sluice.kafka.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.kafka.BrokerOfAllTests;
import io.sluice.kafka.TestBroker;
import io.sluice.kafka.TopicReader;
import io.sluice.queue.Job;
import io.sluice.queue.JobQueue;
import io.sluice.queue.JobResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerOfAllTests.class)
class GroupQueueTest {

  private static final int PATIENCE = 300;

  @Test
  void aPartitionThatGetsAnotherOwnerTakesItsOpenJobsAlong(TestBroker broker) throws Exception {
    QueueTopics topics = QueueTopics.on(broker, 2);
    topics.put(requests(8));
    var revoked = new ConcurrentLinkedQueue<String>();
    try (JobQueue first = QueueTopics.open(topics.options("drain", "0s"))) {
      List<Job> jobs = take(first, 8);
      jobs.forEach(job -> job.onRevoked(() -> revoked.add(job.id())));
      try (JobQueue second = QueueTopics.open(topics.options("drain", "0s"))) {
        Job moved = take(second, 1).get(0);
        List<Job> all = new ArrayList<>(List.of(moved));
        for (Optional<Job> next = second.take(Duration.ofSeconds(1));
            next.isPresent();
            next = second.take(Duration.ofSeconds(1))) {
          all.add(next.get());
        }
        assertThat(all).extracting(Job::id).containsExactlyInAnyOrderElementsOf(revoked);

        jobs.forEach(GroupQueueTest::answer);
        all.forEach(GroupQueueTest::answer);
      }
    }

    assertThat(ids(topics)).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void whatIsUnderWayMayEndBeforeItsPartitionGoes(TestBroker broker) throws Exception {
    QueueTopics topics = QueueTopics.on(broker, 2);
    topics.put(requests(8));
    var revoked = new ConcurrentLinkedQueue<String>();
    try (JobQueue first = QueueTopics.open(topics.options("drain", "5m"))) {
      List<Job> jobs = take(first, 8);
      jobs.forEach(job -> job.onRevoked(() -> revoked.add(job.id())));
      try (JobQueue second = QueueTopics.open(topics.options())) {
        assertThat(second.take(Duration.ofSeconds(1))).isEmpty();
        jobs.forEach(GroupQueueTest::answer);

        assertThat(second.take(Duration.ofSeconds(1))).isEmpty();
      }
    }

    assertThat(revoked).isEmpty();
    assertThat(ids(topics)).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void aRequestThatCannotBeAnsweredIsAResultAndADeadLetter(TestBroker broker) throws Exception {
    QueueTopics topics = QueueTopics.on(broker, 1);
    topics.put(Map.of("bad", "no JSON"));
    try (JobQueue queue = QueueTopics.open(topics.options("dlq", topics.deadLetters()))) {
      Job job = take(queue, 1).get(0);
      job.done(new JobResult("bad", "{\"custom_id\":\"bad\"}", Optional.of("it is no JSON")));
    }

    ConsumerRecord<String, String> result = topics.committed(topics.results()).get(0);
    assertThat(TopicReader.header(result, "sluice-status")).isEqualTo("failed");
    ConsumerRecord<String, String> dead = topics.committed(topics.deadLetters()).get(0);
    assertThat(dead.value()).isEqualTo("no JSON");
    assertThat(dead.key()).isEqualTo("bad");
    assertThat(TopicReader.header(dead, "__dlq.errors.message")).isEqualTo("it is no JSON");
    assertThat(TopicReader.header(dead, "__dlq.errors.topic")).isEqualTo(topics.requests());
    assertThat(TopicReader.header(dead, "__dlq.errors.offset")).isEqualTo("0");
  }

  @Test
  void aTransactionHoldsResultsAndTheirOffsets(TestBroker broker) throws Exception {
    QueueTopics topics = QueueTopics.on(broker, 2);
    topics.put(requests(6));
    Map<String, String> options = topics.options("exactly-once", "yes");
    try (JobQueue queue = QueueTopics.open(options)) {
      take(queue, 6).stream().skip(1).forEach(GroupQueueTest::answer);
    }
    try (JobQueue queue = QueueTopics.open(options)) {
      answer(take(queue, 1).get(0));
    }

    assertThat(ids(topics)).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void requestsAreNotAskedAgainWhoseAnswersWereThereAtTheStart(TestBroker broker) throws Exception {
    QueueTopics topics = QueueTopics.on(broker, 1);
    topics.put(requests(2));
    try (JobQueue queue = QueueTopics.open(topics.options())) {
      List<Job> jobs = take(queue, 2);
      answer(jobs.get(0));
      jobs.get(1).done(new JobResult("id-1", "{}", Optional.of("it failed")));
    }
    try (JobQueue queue = QueueTopics.open(topics.options("skip-done", "yes"))) {
      assertThat(queue.isAnswered("id-0")).isTrue();
      assertThat(queue.isAnswered("id-1")).as("a result without an answer").isFalse();
    }
  }

  @Test
  void aResultThatNoBrokerTakesIsReplacedByOneThatSaysSo(TestBroker broker) throws Exception {
    QueueTopics topics = QueueTopics.on(broker, 1);
    topics.put(requests(1));
    try (JobQueue queue = QueueTopics.open(topics.options())) {
      take(queue, 1).get(0).done(new JobResult("id-0", "x".repeat(2_000_000), Optional.empty()));
    }

    ConsumerRecord<String, String> result = topics.committed(topics.results()).get(0);
    assertThat(TopicReader.header(result, "sluice-oversize")).isEqualTo("2000000");
    assertThat(result.value()).contains("\"custom_id\":\"id-0\"", "2000000 bytes");
  }

  @Test
  void whatCannotBeIsSaidInOneLine(TestBroker broker) throws Exception {
    QueueTopics topics = QueueTopics.on(broker, 1);

    refused(topics.options("topic", "nowhere"), "topic 'nowhere' at ", "pass create=yes");
    refused(topics.options("dlq", "letters"), "dlq is 'letters'; use a name that begins with dlq.");
    refused(
        topics.options("mode", "share", "exactly-once", "yes"),
        "share groups have no transactions; leave out exactly-once, or use mode=group");
    Map<String, String> without = topics.options("skip-done", "yes");
    without.remove("results");
    refused(without, "skip-done needs results=TOPIC");
  }

  private static void refused(Map<String, String> options, String... words) {
    assertThatThrownBy(() -> QueueTopics.open(options))
        .isInstanceOfAny(IOException.class, IllegalArgumentException.class)
        .message()
        .hasLineCount(1)
        .contains(words);
  }

  private static Map<String, String> requests(int count) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      all.put("id-" + i, "{\"id\":\"id-" + i + "\",\"prompt\":\"x\"}");
    }
    return all;
  }

  private static void answer(Job job) {
    job.done(new JobResult(job.id(), "{\"custom_id\":\"" + job.id() + "\"}", Optional.empty()));
  }

  private static List<String> ids(QueueTopics topics) {
    return topics.committed(topics.results()).stream()
        .map(ConsumerRecord::key)
        .collect(Collectors.toList());
  }

  private static List<Job> take(JobQueue queue, int count)
      throws IOException, InterruptedException {
    List<Job> jobs = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < PATIENCE && jobs.size() < count; i++) {
      queue.take(Duration.ofMillis(200)).ifPresent(jobs::add);
    }
    jobs.forEach(job -> ids.add(job.id()));
    assertThat(ids).hasSize(count);
    return jobs;
  }
}
