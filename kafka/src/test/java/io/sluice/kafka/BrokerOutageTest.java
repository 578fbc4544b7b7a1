package io.sluice.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.sluice.kafka.sink.KafkaSinkFactory;
import io.sluice.sink.Sink;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.TestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does when its broker goes away, or its topic grows. */
@Tag("thorough")
class BrokerOutageTest {

  private static final Outcome WHOLE = Outcome.builder(Status.COMPLETED).chunks(3).build();

  @Test
  void aBrokerThatComesBackLosesNothing(@TempDir Path folder) throws Exception {
    try (TestBroker broker = TestBroker.start(folder);
        var sinks = new KafkaSinkFactory()) {
      broker.topic("back", 1);
      try (Sink sink = WrittenRun.sink(sinks, broker, "topic=back", "timeout=2m", "linger=0ms")) {
        sink.onOpen(TestContext.usual());
        sink.onChunk(Chunks.text("one "));

        broker.stop();
        CompletableFuture<Void> rest = CompletableFuture.runAsync(() -> goOn(sink));
        broker.startAgain();
        rest.join();
      }

      assertThat(TopicReader.lines(broker, "back"))
          .hasSize(5)
          .satisfiesExactly(
              line -> assertThat(line).contains("\"open\""),
              line -> assertThat(line).contains("one "),
              line -> assertThat(line).contains("two "),
              line -> assertThat(line).contains("three"),
              line -> assertThat(line).contains("\"completed\""));
    }
  }

  @Test
  void aBrokerThatStaysAwayIsAFailureOfTheSink(@TempDir Path folder) throws Exception {
    try (TestBroker broker = TestBroker.start(folder);
        var sinks = new KafkaSinkFactory()) {
      broker.topic("away", 1);
      try (Sink sink = WrittenRun.sink(sinks, broker, "topic=away", "timeout=1s")) {
        sink.onOpen(TestContext.usual());
        broker.stop();

        assertThatIOException()
            .isThrownBy(() -> untilItFails(sink))
            .withMessage(
                "topic 'away' at "
                    + broker.servers()
                    + " does not answer in time; check that its brokers run and can be reached");
      }
      assertThatIOException()
          .as("a run that begins meanwhile")
          .isThrownBy(
              () -> {
                try (Sink next = WrittenRun.sink(sinks, broker, "topic=away", "timeout=1s")) {
                  next.onOpen(TestContext.usual());
                }
              })
          .withMessageContaining("does not answer in time");
      broker.startAgain();
    }
  }

  @Test
  void aTopicThatGrowsKeepsTheOrderOfARun(@TempDir Path folder) throws Exception {
    try (TestBroker broker = TestBroker.start(folder);
        var sinks = new KafkaSinkFactory()) {
      broker.topic("growing", 1);
      try (Sink sink = WrittenRun.sink(sinks, broker, "topic=growing", "linger=0ms")) {
        sink.onOpen(TestContext.usual());
        sink.onChunk(Chunks.text("one "));

        broker.partitions("growing", 8);
        sink.onChunk(Chunks.text("two "));
        sink.onEnd(WHOLE);
      }

      List<ConsumerRecord<String, String>> records = TopicReader.records(broker, "growing");
      assertThat(records).extracting(ConsumerRecord::partition).containsOnly(0);
      assertThat(records)
          .extracting(record -> TopicReader.header(record, "sluice-seq"))
          .containsExactly("0", "1", "2", "3");
      KafkaRuns runs = KafkaRuns.of(Map.of("bootstrap.servers", broker.servers())).topic("growing");
      assertThat(runs.follow(TestContext.usual().id()).request()).isPresent();
    }
  }

  /** Waits, on whatever thread, until the broker is there again. */
  private static void goOn(Sink sink) {
    try {
      sink.onChunk(Chunks.text("two "));
      sink.onChunk(Chunks.text("three"));
      sink.onEnd(WHOLE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A chunk after another until one is not taken, or the end is not. */
  private static void untilItFails(Sink sink) throws IOException {
    for (int i = 0; i < 50; i++) {
      sink.onChunk(Chunks.text("lost "));
    }
    sink.onEnd(WHOLE);
  }
}
