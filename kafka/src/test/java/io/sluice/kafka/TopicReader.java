package io.sluice.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what a topic holds, with nothing of the code under test. */
public final class TopicReader {

  private TopicReader() {}

  /** All records that the topic has now, partition by partition. */
  public static List<ConsumerRecord<String, String>> records(TestBroker broker, String topic) {
    Map<String, Object> client = Map.of("bootstrap.servers", broker.servers());
    List<ConsumerRecord<String, String>> all = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic, Duration.ofSeconds(30)).stream()
              .map(part -> new TopicPartition(topic, part.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      for (TopicPartition partition : partitions) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        while (consumer.position(partition) < ends.getOrDefault(partition, 0L)) {
          consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
        }
      }
    }
    return all;
  }

  /** The values of a topic's records, a line of a run each. */
  public static List<String> lines(TestBroker broker, String topic) {
    return records(broker, topic).stream().flatMap(record -> record.value().lines()).toList();
  }

  /** The lines of a topic, once there are so many; a test that waits in vain is interrupted. */
  public static List<String> lines(TestBroker broker, String topic, int atLeast) {
    List<String> lines = lines(broker, topic);
    while (lines.size() < atLeast) {
      lines = lines(broker, topic);
    }
    return lines;
  }

  /** A header field as text; empty text if the record has none. */
  public static String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null
        ? ""
        : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
