package io.sluice.benchmarks.broker;

import io.sluice.kafka.sink.KafkaSinkFactory;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkOptions;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.TestContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How long a first token takes from the call of the sink to a consumer that waits for it. */
final class FirstTokens implements AutoCloseable {

  private final KafkaSinkFactory sinks = new KafkaSinkFactory();
  private final Map<String, String> options;
  private final Consumer<String, String> consumer;
  private int runs;

  FirstTokens(String servers, String topic) throws IOException {
    options = Map.of("servers", servers, "topic", topic, "create", "yes");
    write("made");
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> all =
        consumer.partitionsFor(topic).stream()
            .map(part -> new TopicPartition(topic, part.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToEnd(all);
    all.forEach(consumer::position);
  }

  /** Writes so many runs one after the other; returns the quantiles. */
  String measure(int times) throws IOException {
    long[] nanos = new long[times];
    for (int i = 0; i < times; i++) {
      nanos[i] = write("first-" + runs++);
    }
    Arrays.sort(nanos);
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p90 %.1f ms, p99 %.1f ms of %d",
        nanos[times / 2] / 1e6,
        nanos[times * 9 / 10] / 1e6,
        nanos[times * 99 / 100] / 1e6,
        times);
  }

  @Override
  public void close() {
    consumer.close();
    sinks.close();
  }

  /** Returns the nanoseconds that its first token took; 0 before there is a consumer. */
  private long write(String id) throws IOException {
    try (Sink sink = sinks.create(SinkOptions.of(sinks.options(), options))) {
      sink.onOpen(new TestContext(id, Optional.empty()));
      sink.onChunk(Chunks.role());
      long begin = System.nanoTime();
      sink.onChunk(Chunks.text("token"));
      long took = consumer == null ? 0 : await(id) - begin;
      sink.onEnd(Outcome.builder(Status.COMPLETED).chunks(2).build());
      return took;
    }
  }

  private long await(String id) {
    while (true) {
      for (var record : consumer.poll(Duration.ofSeconds(1))) {
        if (record.key().equals(id) && record.value().contains("token")) {
          return System.nanoTime();
        }
      }
    }
  }
}
