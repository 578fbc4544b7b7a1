package io.sluice.kafka.sink;

import io.sluice.kafka.client.ProducerSettings;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the sinks that write runs to Kafka. Sinks whose settings of the client are equal share one
 * producer with its threads, which is made when the first of them opens. Thread-safe.
 */
public final class KafkaSinkFactory implements SinkFactory, AutoCloseable {

  /** What waits for its brokers has reported its failure by then. */
  private static final Duration CLOSING = Duration.ofSeconds(4);

  private final Map<ProducerSettings, SharedProducer> producers = new ConcurrentHashMap<>();

  /** Creates a factory that has connected to nothing. */
  public KafkaSinkFactory() {}

  /**
   * Makes a sink for one run.
   *
   * @throws IllegalArgumentException in one line, if options contradict each other, or a file of
   *     settings sets what it must not; no value of a file is in the message
   * @throws IOException in one line, if a file cannot be read
   */
  @Override
  public Sink create(SinkOptions options) throws IOException {
    KafkaSinkOptions read = KafkaSinkOptions.of(options);
    return new KafkaSink(producers.computeIfAbsent(read.producer(), SharedProducer::new), read);
  }

  @Override
  public List<SinkOption> options() {
    return KafkaSinkOptions.DECLARED;
  }

  @Override
  public String description() {
    return "writes runs to Apache Kafka, chunk by chunk or as results";
  }

  /** Ends the producers, within five seconds each; to be called after the last run. */
  @Override
  public void close() {
    producers.values().forEach(producer -> producer.close(CLOSING));
  }
}
