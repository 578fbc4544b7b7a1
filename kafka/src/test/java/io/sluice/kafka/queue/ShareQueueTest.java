package io.sluice.kafka.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.kafka.BrokerOfAllTests;
import io.sluice.kafka.TestBroker;
import io.sluice.queue.Job;
import io.sluice.queue.JobQueue;
import io.sluice.queue.JobResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

class ShareQueueTest {

  private static final int WORKERS = 8;
  private static final int REQUESTS = 12;
  private static final int LOAN = 6_000;
  private static final int ANSWER = 15_000;

  @Test
  @ExtendWith(BrokerOfAllTests.class)
  void aGroupWhoseSettingsLoseRequestsIsRefusedWithTheCommandThatHelps(TestBroker broker)
      throws Exception {
    QueueTopics topics = QueueTopics.on(broker, 1);
    Map<String, String> options = topics.options("mode", "share");

    assertThatThrownBy(() -> QueueTopics.open(options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the share group '"
                + options.get("group")
                + "' needs other settings; pass create=yes, or: kafka-configs.sh"
                + " --bootstrap-server "
                + broker.servers()
                + " --alter --entity-type groups --entity-name "
                + options.get("group")
                + " --add-config share.auto.offset.reset=earliest");
  }

  /** More processes than partitions, and answers that take longer than brokers lend. */
  @Test
  @Tag("thorough")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aRequestIsHandedOutOnceThoughItsAnswerTakesLongerThanALoan(@TempDir Path folder)
      throws Exception {
    ScheduledExecutorService answers = Executors.newScheduledThreadPool(2);
    List<JobQueue> queues = new ArrayList<>();
    var taken = new ConcurrentLinkedQueue<String>();
    var revoked = new ConcurrentLinkedQueue<String>();
    var left = new CountDownLatch(REQUESTS);
    try (var broker =
        TestBroker.start(
            folder,
            Map.of(
                "group.share.min.record.lock.duration.ms", Integer.toString(LOAN),
                "group.share.record.lock.duration.ms", Integer.toString(LOAN)),
            List.of())) {
      QueueTopics topics = QueueTopics.on(broker, 2);
      topics.put(requests());
      try {
        for (int i = 0; i < WORKERS; i++) {
          JobQueue queue = QueueTopics.open(topics.options("mode", "share", "create", "yes"));
          queues.add(queue);
          take(
              queue,
              left,
              job -> {
                job.onRevoked(() -> revoked.add(job.id()));
                taken.add(job.id());
                answers.schedule(
                    () -> {
                      answer(job);
                      left.countDown();
                    },
                    ANSWER,
                    TimeUnit.MILLISECONDS);
              });
        }
        assertThat(left.await(4, TimeUnit.MINUTES)).isTrue();
      } finally {
        for (JobQueue each : queues) {
          each.close();
        }
        answers.shutdownNow();
      }

      assertThat(taken).hasSize(REQUESTS).doesNotHaveDuplicates();
      assertThat(revoked).isEmpty();
      assertThat(topics.committed(topics.results()))
          .extracting(ConsumerRecord::key)
          .hasSize(REQUESTS)
          .doesNotHaveDuplicates();
    }
  }

  /** Takes jobs on a thread of its own, until there is nothing left. */
  private static void take(JobQueue queue, CountDownLatch ended, Consumer<Job> taken) {
    var thread =
        new Thread(
            () -> {
              try {
                while (ended.getCount() > 0) {
                  queue.take(Duration.ofMillis(200)).ifPresent(taken);
                }
              } catch (IOException | InterruptedException failed) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static void answer(Job job) {
    job.done(new JobResult(job.id(), "{\"custom_id\":\"" + job.id() + "\"}", Optional.empty()));
  }

  private static Map<String, String> requests() {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      all.put("id-" + i, "{\"id\":\"id-" + i + "\",\"prompt\":\"x\"}");
    }
    return all;
  }
}
