package io.sluice.kafka.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/**
 * Keeps records, and when they are acknowledged the offsets. A crash in between repeats a request.
 */
final class PlainResults implements ResultWriter {

  private final Producer<byte[], byte[]> producer;
  private final Consumer<byte[], byte[]> consumer;

  PlainResults(Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> consumer) {
    this.producer = producer;
    this.consumer = consumer;
  }

  @Override
  public boolean keep(
      List<ProducerRecord<byte[], byte[]>> records,
      Map<TopicPartition, OffsetAndMetadata> offsets) {
    send(producer, records);
    try {
      if (!offsets.isEmpty()) {
        consumer.commitSync(offsets);
      }
      return true;
    } catch (CommitFailedException | RebalanceInProgressException divided) {
      return false; // The records are there, and will be twice: the last one of a key counts.
    }
  }

  /**
   * Sends records and waits until all are acknowledged.
   *
   * @throws KafkaException if one was not
   */
  static void send(
      Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    records.forEach(record -> sent.add(producer.send(record)));
    for (Future<RecordMetadata> each : sent) {
      try {
        each.get();
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof KafkaException known
            ? known
            : new KafkaException(failed.getCause());
      } catch (InterruptedException stop) {
        throw new InterruptException(stop);
      }
    }
  }

  @Override
  public void close(Duration limit) {
    producer.close(limit);
  }
}
