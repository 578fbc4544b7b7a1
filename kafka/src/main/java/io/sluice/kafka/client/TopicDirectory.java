package io.sluice.kafka.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Knows the topics of a cluster, and makes missing ones. Asks the brokers each time. Thread-safe.
 */
public final class TopicDirectory {

  /** How long an answer may take: nothing has been paid for yet, and somebody waits. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final ClientSettings client;
  private final Admin admin;

  private TopicDirectory(ClientSettings client, Admin admin) {
    this.client = client;
    this.admin = admin;
  }

  /**
   * Makes the client, which connects when it is asked something.
   *
   * @throws IOException in one line, if the settings make none
   */
  public static TopicDirectory open(ClientSettings client, String topic) throws IOException {
    int millis = (int) LIMIT.toMillis();
    try {
      return new TopicDirectory(
          client,
          Admin.create(
              client.client(
                  Map.of(AdminClientConfig.CLIENT_ID_CONFIG, "sluice-topics"),
                  Map.of(
                      AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
                      AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis))));
    } catch (KafkaException refused) {
      throw BrokerError.of(client, topic, refused);
    }
  }

  /**
   * Returns how many partitions a topic has.
   *
   * @throws IOException in one line, if the brokers do not answer within five seconds, or there is
   *     no such topic
   */
  public int partitions(String topic) throws IOException {
    try {
      return described(topic);
    } catch (ExecutionException | TimeoutException | InterruptedException failed) {
      throw refused(topic, failed);
    }
  }

  /**
   * Returns how many partitions a topic has, which is made if it is missing.
   *
   * @param config its settings, if it is made
   * @throws IOException in one line, as {@link #partitions} does, or if it cannot be made
   */
  public int created(String topic, Map<String, String> config) throws IOException {
    try {
      try {
        return described(topic);
      } catch (ExecutionException failed) {
        if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw failed;
        }
        return create(topic, config);
      }
    } catch (ExecutionException | TimeoutException | InterruptedException failed) {
      throw refused(topic, failed);
    }
  }

  /** Ends the client, within that time. */
  public void close(Duration limit) {
    admin.close(limit);
  }

  private int create(String topic, Map<String, String> config)
      throws ExecutionException, TimeoutException, InterruptedException {
    var wanted = new NewTopic(topic, Optional.empty(), Optional.empty()).configs(config);
    var creation = admin.createTopics(List.of(wanted));
    try {
      return await(creation.numPartitions(topic));
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof TopicExistsException) { // Another process was faster.
        return described(topic);
      }
      throw failed;
    }
  }

  private int described(String topic)
      throws ExecutionException, TimeoutException, InterruptedException {
    return await(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
        .mapToInt(described -> described.partitions().size())
        .sum();
  }

  private static <T> T await(KafkaFuture<T> answer)
      throws ExecutionException, TimeoutException, InterruptedException {
    return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private IOException refused(String topic, Exception failed) {
    if (failed instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return BrokerError.of(client, topic, failed);
  }

  /** The settings with which a topic is made. */
  public static Map<String, String> ofChunks() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.COMPRESSION_TYPE_CONFIG,
        "lz4");
  }

  /** The settings with which a topic of requests is made. */
  public static Map<String, String> ofRequests() {
    return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
  }

  /** The settings of a topic that keeps the last record of each key. */
  public static Map<String, String> ofResults() {
    return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
  }
}
