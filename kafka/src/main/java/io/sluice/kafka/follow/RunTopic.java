package io.sluice.kafka.follow;

import io.sluice.kafka.client.BrokerError;
import io.sluice.kafka.client.ClientSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A topic with the lines of runs, for readers that belong to no group: each reads all it wants, and
 * nothing is remembered of it.
 *
 * @param client how the cluster is reached
 * @param name the topic
 */
record RunTopic(ClientSettings client, String name) {

  /** How long the brokers may take to answer a question. */
  private static final Duration ANSWER = Duration.ofSeconds(5);

  RunTopic {
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(name, "topic");
  }

  /** Where it is, as a URL. */
  String url() {
    return "kafka://" + client.servers() + "/" + name;
  }

  /**
   * Returns a new reader, which is to be closed.
   *
   * @throws IOException in one line, if the settings make none
   */
  Consumer<byte[], byte[]> reader() throws IOException {
    Map<String, Object> fixed = new HashMap<>();
    fixed.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    fixed.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    fixed.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    fixed.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    fixed.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    try {
      return new KafkaConsumer<>(
          client.client(Map.of(ConsumerConfig.CLIENT_ID_CONFIG, "sluice-follow"), fixed),
          new ByteArrayDeserializer(),
          new ByteArrayDeserializer());
    } catch (KafkaException refused) {
      throw error(refused);
    }
  }

  /**
   * Returns the partitions of the topic.
   *
   * @throws IOException in one line, if there is no such topic, or no answer within five seconds
   */
  List<TopicPartition> partitions(Consumer<?, ?> reader) throws IOException {
    List<PartitionInfo> known;
    try {
      known = reader.partitionsFor(name, ANSWER);
    } catch (KafkaException failed) {
      throw error(failed);
    }
    if (known.isEmpty()) {
      throw new IOException(
          "topic '" + name + "' at " + client.servers() + " does not exist; check its name");
    }
    return known.stream().map(part -> new TopicPartition(name, part.partition())).toList();
  }

  /** Returns what a reader threw, as an exception with a one-line message. */
  IOException error(Exception thrown) {
    return BrokerError.of(client, name, thrown);
  }
}
