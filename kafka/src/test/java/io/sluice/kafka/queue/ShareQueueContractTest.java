package io.sluice.kafka.queue;

import io.sluice.kafka.BrokerOfAllTests;
import io.sluice.kafka.TestBroker;
import io.sluice.queue.JobQueue;
import io.sluice.testkit.JobQueueContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A topic whose requests are lent one by one, and whose results are kept in another. */
@Tag("thorough")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@ExtendWith(BrokerOfAllTests.class)
class ShareQueueContractTest extends JobQueueContract {

  private @Nullable QueueTopics topics;

  @BeforeEach
  void makeTopics(TestBroker broker) throws Exception {
    topics = QueueTopics.on(broker, 2);
  }

  @Override
  protected JobQueue open() throws IOException {
    return QueueTopics.open(topics().options("mode", "share", "create", "yes"));
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
