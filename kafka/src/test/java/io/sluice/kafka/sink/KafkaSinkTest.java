package io.sluice.kafka.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.kafka.BrokerOfAllTests;
import io.sluice.kafka.TestBroker;
import io.sluice.kafka.TopicReader;
import io.sluice.kafka.WrittenRun;
import io.sluice.pipeline.RunOptions;
import io.sluice.sink.Sink;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.TestContext;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerOfAllTests.class)
class KafkaSinkTest {

  private static final KafkaSinkFactory FACTORY = new KafkaSinkFactory();

  @AfterAll
  static void disconnect() {
    FACTORY.close();
  }

  @Test
  void theOpeningTheFirstTokenAndTheEndWaitForNothing(TestBroker broker) throws Exception {
    broker.topic("at-once", 3);

    WrittenRun run =
        WrittenRun.of(
            FACTORY,
            broker,
            "at-once-1",
            AnswerScript.of(Chunks.role()).text("a").text("b").text("c").done(),
            "topic=at-once",
            "linger=10m");

    List<ConsumerRecord<String, String>> records = TopicReader.records(broker, "at-once");
    assertThat(records)
        .extracting(record -> summary(record))
        .containsExactly("open 0 1", "chunk 1 2", "chunk 3 2", "end 5 1");
    assertThat(records.stream().flatMap(record -> record.value().lines()))
        .containsExactlyElementsOf(run.transcript());
  }

  @Test
  void everyRecordSaysWhoseItIs(TestBroker broker) throws Exception {
    broker.topic("headers", 1);

    Sink sink = WrittenRun.sink(FACTORY, broker, "topic=headers");
    RunOptions named =
        RunOptions.defaults()
            .id("run-1")
            .attribute("tenant", "blue")
            .attribute("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    WrittenRun.of(sink, named, AnswerScript.answer("a"));

    List<ConsumerRecord<String, String>> records = TopicReader.records(broker, "headers");
    assertThat(records)
        .allSatisfy(
            record -> {
              assertThat(record.key()).isEqualTo("run-1");
              assertThat(TopicReader.header(record, "sluice-version")).isEqualTo("1");
              assertThat(TopicReader.header(record, "sluice-run")).isEqualTo("run-1");
              assertThat(TopicReader.header(record, "sluice-model")).isEqualTo("test-model");
              assertThat(TopicReader.header(record, "sluice-dialect")).isEqualTo("openai");
              assertThat(TopicReader.header(record, "sluice-label-tenant")).isEqualTo("blue");
              assertThat(TopicReader.header(record, "traceparent")).startsWith("00-0af7");
              assertThat(TopicReader.header(record, "content-type"))
                  .isEqualTo("application/x-ndjson");
            });
    assertThat(TopicReader.header(records.get(records.size() - 1), "sluice-status"))
        .isEqualTo("completed");
  }

  @Test
  void linesAreGatheredUpToTheirBytes(TestBroker broker) throws Exception {
    broker.topic("full", 1);

    WrittenRun run =
        WrittenRun.of(
            FACTORY,
            broker,
            "full-1",
            AnswerScript.answer("one", "two", "three", "four", "five", "six", "seven"),
            "topic=full",
            "linger=10m",
            "bytes=300");

    List<ConsumerRecord<String, String>> records = TopicReader.records(broker, "full");
    assertThat(records)
        .filteredOn(record -> TopicReader.header(record, "sluice-type").equals("chunk"))
        .hasSizeGreaterThan(2)
        .allSatisfy(record -> assertThat(record.value().length()).isLessThanOrEqualTo(300));
    assertThat(records.stream().flatMap(record -> record.value().lines()))
        .containsExactlyElementsOf(run.transcript());
  }

  @Test
  void aLineDoesNotWaitForTheNextOneForever(TestBroker broker) throws Exception {
    broker.topic("linger", 1);
    try (Sink sink = WrittenRun.sink(FACTORY, broker, "topic=linger", "linger=1ms")) {
      sink.onOpen(TestContext.usual());
      sink.onChunk(Chunks.text("first"));
      sink.onChunk(Chunks.text("second"));

      assertThat(TopicReader.lines(broker, "linger", 3)).last().asString().contains("second");
    }
  }

  @Test
  void aRunWithoutItsTopicIsNeverPaidFor(TestBroker broker) throws Exception {
    WrittenRun run =
        WrittenRun.of(FACTORY, broker, "lost", AnswerScript.answer("a"), "topic=nowhere");

    assertThat(run.result().outcome().wasSent()).isFalse();
    assertThat(run.complaints())
        .containsExactly(
            "sink 'kafka': topic 'nowhere' at "
                + broker.servers()
                + " does not exist; make it, or pass create=yes");
  }

  @Test
  void questionAndAnswerAreLeftOutOnRequest(TestBroker broker) throws Exception {
    broker.topic("bare", 1);
    broker.topic("bare-results", 1);

    WrittenRun run =
        WrittenRun.of(
            FACTORY,
            broker,
            "bare-1",
            AnswerScript.answer("All is well."),
            "topic=bare",
            "results=bare-results",
            "what=both",
            "content=no");

    assertThat(run.complaints()).isEmpty();
    assertThat(TopicReader.lines(broker, "bare")).hasSize(2).noneMatch(this::tells);
    assertThat(TopicReader.lines(broker, "bare-results")).hasSize(1).noneMatch(this::tells);
  }

  @Test
  void allRecordsOfAnAttributeGoToOnePartition(TestBroker broker) throws Exception {
    broker.topic("keyed", 4);
    for (int i = 0; i < 5; i++) {
      Sink sink = WrittenRun.sink(FACTORY, broker, "topic=keyed", "key=label:tenant");
      WrittenRun.of(
          sink,
          RunOptions.defaults().id("keyed-" + i).attribute("tenant", "blue"),
          AnswerScript.answer("a"));
    }

    List<ConsumerRecord<String, String>> records = TopicReader.records(broker, "keyed");
    assertThat(records).extracting(ConsumerRecord::key).containsOnly("blue");
    assertThat(records.stream().map(ConsumerRecord::partition).distinct()).hasSize(1);
  }

  @Test
  void aKeyThatIsNoneIsRefused(TestBroker broker) {
    assertThatThrownBy(() -> WrittenRun.sink(FACTORY, broker, "key=tenant"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("option 'key' is 'tenant'; use run, custom_id or label:NAME");
  }

  private boolean tells(String line) {
    return line.contains("well");
  }

  private static String summary(ConsumerRecord<?, ?> record) {
    return TopicReader.header(record, "sluice-type")
        + " "
        + TopicReader.header(record, "sluice-seq")
        + " "
        + TopicReader.header(record, "sluice-lines");
  }
}
