package io.sluice.kafka.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.kafka.record.RecordHeader;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The ids of which a topic had whole answers when it was read, in some 100 bytes each. Immutable.
 *
 * @param ids the ids
 */
record AnsweredIds(Set<String> ids) {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** None are known. */
  static AnsweredIds none() {
    return new AnsweredIds(Set.of());
  }

  /**
   * Reads a topic of results to where it ends now.
   *
   * @throws org.apache.kafka.common.KafkaException if that fails, or nothing comes for ten seconds
   */
  static AnsweredIds read(String topic, Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic, LIMIT).stream()
            .map(part -> new TopicPartition(topic, part.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, LIMIT);
    Set<String> ids = new HashSet<>();
    long until = System.nanoTime() + LIMIT.toNanos();
    while (!isThere(consumer, ends)) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(1));
      records.forEach(record -> note(record, ids));
      if (!records.isEmpty()) {
        until = System.nanoTime() + LIMIT.toNanos();
      } else if (until - System.nanoTime() <= 0) {
        throw new TimeoutException("nothing came for " + LIMIT);
      }
    }
    return new AnsweredIds(ids);
  }

  boolean contains(String id) {
    return ids.contains(id);
  }

  private static boolean isThere(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), LIMIT) >= end.getValue());
  }

  /** The last record of an id counts. */
  private static void note(ConsumerRecord<byte[], byte[]> record, Set<String> ids) {
    if (record.key() == null) {
      return;
    }
    String id = new String(record.key(), UTF_8);
    boolean whole =
        record.value() != null
            && RecordHeader.STATUS
                .of(record.headers())
                .filter(status -> !status.equals(ResultRecords.COMPLETED))
                .isEmpty();
    if (whole) {
      ids.add(id);
    } else {
      ids.remove(id);
    }
  }
}
