package io.sluice.kafka.sink;

import io.sluice.kafka.client.BrokerError;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends the records of one run and remembers the first that failed. All records of a topic go to
 * one partition, so when the last is acknowledged, so is every one before, or it has failed.
 * Thread-safe.
 */
final class SentRecords {

  /** A record is acknowledged or has failed within its timeout; this much later nothing comes. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final SharedProducer.Open producer;
  private final Map<String, Future<RecordMetadata>> last = new HashMap<>();
  private volatile @Nullable IOException failure;

  SentRecords(SharedProducer.Open producer) {
    this.producer = producer;
  }

  /**
   * Sends a record, and waits for room for it if there is none.
   *
   * @throws IOException in one line, if an earlier record or this one failed
   */
  void send(ProducerRecord<byte[], byte[]> record) throws IOException {
    check();
    String topic = record.topic();
    try {
      Future<RecordMetadata> sent =
          producer.send(
              record,
              (metadata, failed) -> {
                if (failed != null) {
                  failed(topic, failed);
                }
              });
      synchronized (last) {
        last.put(topic, sent);
      }
    } catch (KafkaException | IllegalStateException refused) {
      failed(topic, refused);
    }
    check();
  }

  /**
   * Waits until everything sent is acknowledged.
   *
   * @throws IOException in one line, if something was not within the timeout
   */
  void await() throws IOException {
    long deadline = System.nanoTime() + producer.settings().timeout().plus(GRACE).toNanos();
    Map<String, Future<RecordMetadata>> open;
    synchronized (last) {
      open = Map.copyOf(last);
    }
    for (Map.Entry<String, Future<RecordMetadata>> each : open.entrySet()) {
      try {
        each.getValue().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (ExecutionException | TimeoutException late) {
        failed(each.getKey(), late);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        failed(each.getKey(), stopped);
      }
    }
    check();
  }

  /**
   * Reports a failure.
   *
   * @throws IOException the first failure, if there was one
   */
  void check() throws IOException {
    IOException first = failure;
    if (first != null) {
      throw first;
    }
  }

  private synchronized void failed(String topic, Exception thrown) {
    if (failure == null) {
      failure = BrokerError.of(producer.settings().client(), topic, thrown);
    }
  }
}
