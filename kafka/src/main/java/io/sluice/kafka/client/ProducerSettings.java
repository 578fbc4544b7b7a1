package io.sluice.kafka.client;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How records are sent; sinks with equal settings share a producer.
 *
 * @param client how the cluster is reached
 * @param timeout how long a record may wait, for room in the buffer and then for its brokers
 */
public record ProducerSettings(ClientSettings client, Duration timeout) {

  private static final long BUFFER = 32L << 20;

  /** Refuses a timeout that Kafka cannot have. */
  public ProducerSettings {
    if (timeout.toMillis() < 1 || timeout.toMillis() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a timeout of " + timeout + " cannot be; use 1ms to 24d");
    }
  }

  /**
   * The properties of the producer. A record is sent when it is there, since lines are gathered
   * before; it is acknowledged by all replicas and is never there twice or before an earlier one.
   */
  public Map<String, Object> properties() {
    int millis = (int) timeout.toMillis();
    return client.client(
        Map.of(
            ProducerConfig.CLIENT_ID_CONFIG, "sluice",
            ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
            ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER),
        Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            5,
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            millis,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            Math.min(millis, 30_000),
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            millis,
            ProducerConfig.RETRIES_CONFIG,
            Integer.MAX_VALUE));
  }

  /**
   * The most bytes of a record, before it is compressed. To be asked once a producer was made,
   * which refuses what is no number.
   */
  public int largestRecord() {
    Object size =
        client
            .client(Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1 << 20), Map.of())
            .get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG);
    return Integer.parseInt(String.valueOf(size).strip());
  }
}
