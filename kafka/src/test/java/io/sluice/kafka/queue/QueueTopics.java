package io.sluice.kafka.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.kafka.TestBroker;
import io.sluice.queue.JobQueue;
import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topics of one test: requests, results and dead letters, under names of their own. */
final class QueueTopics {

  private final TestBroker broker;
  private final String name = "q" + UUID.randomUUID();

  private QueueTopics(TestBroker broker) {
    this.broker = broker;
  }

  static QueueTopics on(TestBroker broker, int partitions) throws Exception {
    var topics = new QueueTopics(broker);
    topics.broker.topic(topics.requests(), partitions);
    topics.broker.topic(topics.results(), 1);
    topics.broker.topic(topics.deadLetters(), 1);
    return topics;
  }

  String requests() {
    return name + ".requests";
  }

  String results() {
    return name + ".results";
  }

  String deadLetters() {
    return "dlq." + name;
  }

  /** The options of a queue that keeps results, and those given besides. */
  Map<String, String> options(String... more) {
    Map<String, String> all = new HashMap<>();
    all.put("servers", broker.servers());
    all.put("topic", requests());
    all.put("group", name);
    all.put("results", results());
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  static JobQueue open(Map<String, String> options) throws IOException {
    var factory = new KafkaQueueFactory();
    return factory.open(SinkOptions.of(factory.options(), options));
  }

  /** Adds requests, each with its id as its key. */
  void put(Map<String, String> texts) throws Exception {
    Map<String, Object> client = Map.of("bootstrap.servers", broker.servers());
    try (var producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (Map.Entry<String, String> each : texts.entrySet()) {
        producer
            .send(
                new ProducerRecord<>(
                    requests(), each.getKey().getBytes(UTF_8), each.getValue().getBytes(UTF_8)))
            .get(30, TimeUnit.SECONDS);
      }
    }
  }

  /** The records of a topic that are committed now. */
  List<ConsumerRecord<String, String>> committed(String topic) {
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers",
            broker.servers(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    List<ConsumerRecord<String, String>> all = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
      var partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
      }
    }
    return all;
  }
}
