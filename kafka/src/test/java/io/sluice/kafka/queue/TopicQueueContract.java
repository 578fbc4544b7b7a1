package io.sluice.kafka.queue;

import io.sluice.kafka.BrokerOfAllTests;
import io.sluice.kafka.TestBroker;
import io.sluice.queue.JobQueue;
import io.sluice.testkit.JobQueueContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Topics of their own for each test: requests in two partitions, and results in another topic. */
@ExtendWith(BrokerOfAllTests.class)
abstract class TopicQueueContract extends JobQueueContract {

  private @Nullable QueueTopics topics;

  @BeforeEach
  void makeTopics(TestBroker broker) throws Exception {
    topics = QueueTopics.on(broker, 2);
  }

  /** Options of the queue, each name before its value. */
  abstract String[] mode();

  @Override
  protected JobQueue open() throws IOException {
    return QueueTopics.open(topics().options(mode()));
  }

  @Override
  protected void put(String id, String text) throws Exception {
    topics().put(Map.of(id, text));
  }

  @Override
  protected List<String> results() {
    return topics().committed(topics().results()).stream().map(ConsumerRecord::value).toList();
  }

  private QueueTopics topics() {
    if (topics == null) {
      throw new IllegalStateException("no topics were made");
    }
    return topics;
  }
}
