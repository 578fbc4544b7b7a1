package io.sluice.kafka.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Keeps records and then the offsets of the requests that they answer. For one thread. */
interface ResultWriter {

  /**
   * Keeps all of them; blocks until they are kept.
   *
   * @return whether that was done; if not, the group was just divided anew, nothing is kept, and
   *     the caller tries again after its next poll
   * @throws org.apache.kafka.common.KafkaException if it cannot be done
   */
  boolean keep(
      List<ProducerRecord<byte[], byte[]>> records, Map<TopicPartition, OffsetAndMetadata> offsets);

  /** Ends the producer, within that time. */
  void close(Duration limit);
}
