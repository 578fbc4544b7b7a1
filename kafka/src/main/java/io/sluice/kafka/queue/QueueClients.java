package io.sluice.kafka.queue;

import io.sluice.kafka.client.ProducerSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes the clients of a queue. Immutable.
 *
 * @param options what the queue is asked to do
 */
record QueueClients(KafkaQueueOptions options) {

  /** So few that another process of the group need not wait long for them. */
  private static final int MOST_AT_ONCE = 16;

  /** How long a record may wait for its brokers before the queue gives up. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** What a killed process has open hides the results behind it for no longer. */
  private static final int LONGEST_TRANSACTION = 10_000;

  /** How results are sent. */
  ProducerSettings results() {
    return new ProducerSettings(options.client(), TIMEOUT);
  }

  /** A member of the group, which reads from the beginning what no member has read. */
  Consumer<byte[], byte[]> consumer(String protocol) {
    return new KafkaConsumer<>(
        options
            .client()
            .client(
                Map.of(
                    ConsumerConfig.CLIENT_ID_CONFIG, "sluice-queue",
                    ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol,
                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE,
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                Map.of(
                    ConsumerConfig.GROUP_ID_CONFIG,
                    options.group(),
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false)),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /**
   * A member of a share group that has one record at a time: while a client renews a record, it is
   * given no other.
   */
  ShareConsumer<byte[], byte[]> shareConsumer() {
    return new KafkaShareConsumer<>(
        options
            .client()
            .client(
                Map.of(ConsumerConfig.CLIENT_ID_CONFIG, "sluice-share"),
                Map.of(
                    ConsumerConfig.GROUP_ID_CONFIG,
                    options.group(),
                    ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG,
                    "explicit",
                    ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG,
                    "record_limit",
                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                    1)),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** A reader of a whole topic, in no group. */
  Consumer<byte[], byte[]> reader() {
    return new KafkaConsumer<>(
        options
            .client()
            .client(
                Map.of(
                    ConsumerConfig.CLIENT_ID_CONFIG, "sluice-results",
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                Map.of(
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest",
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false)),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** What keeps results and the offsets of that consumer. Connects only to begin transactions. */
  ResultWriter writer(Consumer<byte[], byte[]> consumer) {
    if (!options.isExactlyOnce()) {
      return new PlainResults(producer(results().properties()), consumer);
    }
    Map<String, Object> properties = new HashMap<>(results().properties());
    properties.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, LONGEST_TRANSACTION);
    properties.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
        "sluice-" + options.group() + "-" + UUID.randomUUID());
    Producer<byte[], byte[]> producer = producer(properties);
    producer.initTransactions();
    return new TransactionalResults(producer, consumer);
  }

  Producer<byte[], byte[]> producer(Map<String, Object> properties) {
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
