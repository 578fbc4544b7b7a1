package io.sluice.kafka.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/**
 * Keeps records and offsets in one transaction, which is begun when all of them are there. Those of
 * a process that lost its partitions are refused by the brokers.
 */
final class TransactionalResults implements ResultWriter {

  private final Producer<byte[], byte[]> producer;
  private final Consumer<byte[], byte[]> consumer;

  /**
   * @param producer with a transactional id, and ready for transactions
   */
  TransactionalResults(Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> consumer) {
    this.producer = producer;
    this.consumer = consumer;
  }

  @Override
  public boolean keep(
      List<ProducerRecord<byte[], byte[]>> records,
      Map<TopicPartition, OffsetAndMetadata> offsets) {
    producer.beginTransaction();
    try {
      PlainResults.send(producer, records);
      producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
      producer.commitTransaction();
      return true;
    } catch (CommitFailedException | RebalanceInProgressException divided) {
      producer.abortTransaction();
      return false;
    }
  }

  @Override
  public void close(Duration limit) {
    producer.close(limit);
  }
}
