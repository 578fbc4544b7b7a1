package io.sluice.kafka.sink;

import io.sluice.kafka.client.BrokerError;
import io.sluice.kafka.client.ProducerSettings;
import io.sluice.kafka.client.TopicDirectory;
import io.sluice.thread.DaemonThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The producer of all runs of this process with equal settings. It and its threads are made when
 * the first run opens. Thread-safe.
 */
final class SharedProducer {

  private final ProducerSettings settings;
  private @Nullable Open open;
  private boolean closed;

  SharedProducer(ProducerSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns the open producer, which is made if there is none.
   *
   * @param topic what is to be written to, for the message
   * @throws IOException in one line, if the settings make none
   */
  synchronized Open open(String topic) throws IOException {
    if (closed) {
      throw new IOException("the process is ending, and nothing is sent to Kafka any more");
    }
    if (open == null) {
      open = Open.of(settings, topic);
    }
    return open;
  }

  /** Sends what is left and ends the threads, within the limit. */
  synchronized void close(Duration limit) {
    closed = true;
    if (open != null) {
      open.close(limit);
      open = null;
    }
  }

  /**
   * A producer, what tells it of topics, and a clock for lines that wait.
   *
   * @param largestRecord the most bytes of one record
   */
  record Open(
      ProducerSettings settings,
      Producer<byte[], byte[]> producer,
      TopicDirectory topics,
      ScheduledThreadPoolExecutor clock,
      int largestRecord) {

    private static Open of(ProducerSettings settings, String topic) throws IOException {
      TopicDirectory topics = TopicDirectory.open(settings.client(), topic);
      try {
        var producer =
            new KafkaProducer<>(
                settings.properties(), new ByteArraySerializer(), new ByteArraySerializer());
        var clock = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("sluice-kafka-"));
        clock.setRemoveOnCancelPolicy(true);
        clock.prestartCoreThread();
        return new Open(settings, producer, topics, clock, settings.largestRecord());
      } catch (KafkaException refused) {
        topics.close(Duration.ZERO);
        throw BrokerError.of(settings.client(), topic, refused);
      }
    }

    /** Sends a record; waits for room, at most as long as the timeout. */
    Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback whenDone) {
      return producer.send(record, whenDone);
    }

    /** Has a task run later, on a thread that all runs share. */
    Future<?> later(Duration delay, Runnable task) {
      return clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void close(Duration limit) {
      clock.shutdownNow();
      producer.close(limit);
      topics.close(limit);
    }
  }
}
