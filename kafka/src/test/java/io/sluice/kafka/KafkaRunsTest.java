package io.sluice.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.sluice.kafka.sink.KafkaSinkFactory;
import io.sluice.pipeline.RunOptions;
import io.sluice.replay.FollowedRun;
import io.sluice.sink.Sink;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Outcome;
import io.sluice.stream.Source;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.testkit.AnswerScript;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerOfAllTests.class)
class KafkaRunsTest {

  /** For what never comes. */
  private static final Duration HASTY = Duration.ofMillis(200);

  private static final Irregularity.Kind MISSING = Irregularity.Kind.MISSING_LINES;

  private static final KafkaSinkFactory SINKS = new KafkaSinkFactory();

  @AfterAll
  static void disconnect() {
    SINKS.close();
  }

  @Test
  void aRunThatHasEndedIsReadAsItWas(TestBroker broker) throws Exception {
    broker.topic("whole", 4);
    AnswerScript answer = AnswerScript.answer("All ", "is well.");
    WrittenRun written = WrittenRun.of(SINKS, broker, "whole-1", answer, "topic=whole");

    FollowedRun run = runs(broker, "whole").follow("whole-1");

    assertThat(end(run).completion()).isEqualTo(written.result().completion());
    assertThat(end(run).status()).isEqualTo(Status.COMPLETED);
    assertThat(run.request()).isPresent();
    assertThat(run.endpoint()).isEqualTo("kafka://" + broker.servers() + "/whole");
  }

  @Test
  void aRunIsFollowedWhileItGoesOn(TestBroker broker) throws Exception {
    broker.topic("live", 2);
    try (var writer = new RecordWriter(broker, "live", "live-1")) {
      writer.open().text(1, "All ");
      try (ChatStream stream = runs(broker, "live").follow("live-1").open()) {
        Iterator<Chunk> chunks = stream.iterator();
        assertThat(chunks.next().text()).isEqualTo("All ");

        writer.text(2, "is well.");

        assertThat(chunks.next().text()).isEqualTo("is well.");
        writer.end(3);
        assertThat(chunks.hasNext()).isFalse();
      }
    }
  }

  @Test
  void aStreamThatIsLeftEndsItsThread(TestBroker broker) throws Exception {
    broker.topic("left", 1);
    try (var writer = new RecordWriter(broker, "left", "left-1")) {
      writer.open().text(1, "All ");
      try (ChatStream stream = runs(broker, "left").follow("left-1").open()) {
        stream.iterator().next();
      }
    }

    assertThat(Thread.getAllStackTraces().keySet().stream().filter(KafkaRunsTest::follows))
        .allSatisfy(thread -> thread.join());
  }

  @Test
  void aLineThatIsThereTwiceCountsOnce(TestBroker broker) throws Exception {
    broker.topic("twice", 1);
    try (var writer = new RecordWriter(broker, "twice", "twice-1")) {
      writer.open().text(1, "one ").text(2, "two ").text(1, "one ").text(3, "three").end(4);
    }

    Outcome outcome = end(runs(broker, "twice").follow("twice-1"));

    assertThat(outcome.completion().text()).isEqualTo("one two three");
    assertThat(outcome.irregularities()).extracting(Irregularity::kind).doesNotContain(MISSING);
  }

  @Test
  void aLineThatIsMissingIsAnIrregularity(TestBroker broker) throws Exception {
    broker.topic("hole", 1);
    try (var writer = new RecordWriter(broker, "hole", "hole-1")) {
      writer.open().text(1, "one ").text(3, "three").end(4);
    }

    Outcome outcome = end(runs(broker, "hole").follow("hole-1"));

    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.irregularities()).contains(new Irregularity(MISSING, 1));
  }

  @Test
  void aRunThatDoesNotEndIsTruncated(TestBroker broker) throws Exception {
    broker.topic("endless", 1);
    try (var writer = new RecordWriter(broker, "endless", "endless-1")) {
      writer.open().text(1, "one ");
    }

    Outcome outcome = end(runs(broker, "endless").idleTimeout(HASTY).follow("endless-1"));

    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
  }

  @Test
  void aRunWhoseBeginningIsGoneIsNotResumable(TestBroker broker) throws Exception {
    broker.topic("gone", 1);
    try (var writer = new RecordWriter(broker, "gone", "gone-1")) {
      writer.text(7, "late").end(8);
    }

    assertThatIOException()
        .isThrownBy(() -> runs(broker, "gone").follow("gone-1"))
        .withMessage(
            "run 'gone-1' is not_resumable: kafka://"
                + broker.servers()
                + "/gone no longer holds its beginning");
  }

  @Test
  void aRunThatIsNowhereIsOneLine(TestBroker broker) throws Exception {
    broker.topic("empty", 1);

    assertThatIOException()
        .isThrownBy(() -> runs(broker, "empty").idleTimeout(HASTY).follow("x-1"))
        .withMessage(
            "run 'x-1' is not in kafka://"
                + broker.servers()
                + "/empty; check its id and how long the topic keeps records");
  }

  @Test
  void aTopicThatIsNotThereIsOneLine(TestBroker broker) {
    assertThatIOException()
        .isThrownBy(() -> runs(broker, "nowhere").follow("x-1"))
        .withMessage("topic 'nowhere' at " + broker.servers() + " does not exist; check its name");
  }

  @Test
  void aLaterVersionOfTheRecordsIsRefused(TestBroker broker) throws Exception {
    broker.topic("version", 1);
    try (var writer = new RecordWriter(broker, "version", "v-1")) {
      writer.record("2", 0, "{}");
    }

    assertThatIOException()
        .isThrownBy(() -> runs(broker, "version").follow("v-1"))
        .withMessage("run 'v-1' has records of version 2; this Sluice reads version 1");
  }

  @Test
  void aRunOfAnotherKeyIsFoundInItsPartition(TestBroker broker) throws Exception {
    broker.topic("other-key", 4);
    for (String tenant : new String[] {"blue", "green", "red", "white", "black"}) {
      Sink sink = WrittenRun.sink(SINKS, broker, "topic=other-key", "key=label:tenant");
      RunOptions named = RunOptions.defaults().id("run-of-" + tenant).attribute("tenant", tenant);
      WrittenRun.of(sink, named, AnswerScript.answer(tenant));

      FollowedRun run = runs(broker, "other-key").follow("run-of-" + tenant);

      assertThat(end(run).completion().text()).isEqualTo(tenant);
      assertThat(run.attributes()).containsEntry("tenant", tenant);
    }
  }

  @Test
  void theSearchCanBeginAtAMoment(TestBroker broker) throws Exception {
    broker.topic("since", 2);
    try (var writer = new RecordWriter(broker, "since", "since-1")) {
      writer.open().text(1, "one").end(2);
    }
    KafkaRuns runs = runs(broker, "since");

    assertThat(end(runs.since(Instant.EPOCH).follow("since-1")).status())
        .isEqualTo(Status.COMPLETED);
    assertThatIOException()
        .isThrownBy(
            () -> runs.idleTimeout(HASTY).since(Instant.now().plusSeconds(3600)).follow("since-1"))
        .withMessageContaining("run 'since-1' is not in kafka://");
  }

  private static boolean follows(Thread thread) {
    return thread.getName().startsWith("sluice-follow-");
  }

  private static KafkaRuns runs(TestBroker broker, String topic) {
    return KafkaRuns.of(Map.of("bootstrap.servers", broker.servers()))
        .topic(topic)
        .idleTimeout(Duration.ofMinutes(2));
  }

  private static Outcome end(Source run) {
    try (ChatStream stream = run.open()) {
      stream.iterator().forEachRemaining(chunk -> {});
      return stream.outcome().toCompletableFuture().join();
    } catch (StreamException incomplete) {
      return incomplete.outcome();
    }
  }
}
