package io.sluice.kafka.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.batch.Batch;
import io.sluice.batch.BatchSummary;
import io.sluice.kafka.BrokerOfAllTests;
import io.sluice.kafka.TestBroker;
import io.sluice.kafka.TopicReader;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Pipeline;
import io.sluice.queue.JobQueue;
import io.sluice.testkit.ScriptedTransport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerOfAllTests.class)
class PoisonedQueueTest {

  private static final int REQUESTS = 200;
  private static final int POISON_EACH = 20;

  @Test
  void requestsThatCannotBeAskedStopNobody(TestBroker broker) throws Exception {
    QueueTopics topics = QueueTopics.on(broker, 2);
    topics.put(requests());
    Pipeline pipeline =
        Pipeline.from(ScriptedTransport.answering("yes"))
            .to("nothing", () -> chunk -> {}, Delivery.required())
            .build();
    BatchSummary summary;
    try (JobQueue queue =
        QueueTopics.open(topics.options("dlq", topics.deadLetters(), "exactly-once", "yes"))) {
      summary = Batch.of(pipeline).concurrency(16).run(queue);
    }

    assertThat(summary.completed()).isEqualTo(190);
    assertThat(summary.failed()).isEqualTo(10);
    List<ConsumerRecord<String, String>> results = topics.committed(topics.results());
    assertThat(results).extracting(ConsumerRecord::key).hasSize(REQUESTS).doesNotHaveDuplicates();
    assertThat(results)
        .filteredOn(each -> TopicReader.header(each, "sluice-status").equals("completed"))
        .hasSize(190);
    assertThat(topics.committed(topics.deadLetters()))
        .hasSize(10)
        .allMatch(dead -> dead.value().equals("poison"));
  }

  private static Map<String, String> requests() {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      boolean poison = i % POISON_EACH == 7;
      all.put("id-" + i, poison ? "poison" : "{\"id\":\"id-" + i + "\",\"prompt\":\"" + i + "\"}");
    }
    return all;
  }
}
