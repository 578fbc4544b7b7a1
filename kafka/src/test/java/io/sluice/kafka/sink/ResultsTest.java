package io.sluice.kafka.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.JsonObject;
import io.sluice.kafka.BrokerOfAllTests;
import io.sluice.kafka.TestBroker;
import io.sluice.kafka.TopicReader;
import io.sluice.kafka.WrittenRun;
import io.sluice.pipeline.RunOptions;
import io.sluice.sink.Sink;
import io.sluice.testkit.AnswerScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The records of results. */
@ExtendWith(BrokerOfAllTests.class)
class ResultsTest {

  private static final KafkaSinkFactory FACTORY = new KafkaSinkFactory();

  @AfterAll
  static void disconnect() {
    FACTORY.close();
  }

  @Test
  void aResultIsALineOfABatchUnderTheIdOfItsAsker(TestBroker broker) throws Exception {
    Sink sink =
        WrittenRun.sink(FACTORY, broker, "what=result", "results=results-made", "create=yes");
    WrittenRun.of(
        sink,
        RunOptions.defaults().id("r-1").attribute("custom_id", "row-7"),
        AnswerScript.answer("All is well."));

    ConsumerRecord<String, String> result = only(broker, "results-made");
    assertThat(result.key()).isEqualTo("row-7");
    assertThat(TopicReader.header(result, "sluice-type")).isEqualTo("result");
    assertThat(TopicReader.header(result, "content-type")).isEqualTo("application/json");
    JsonObject line = JsonObject.read(result.value());
    assertThat(line.string("id")).contains("r-1");
    assertThat(line.string("custom_id")).contains("row-7");
    assertThat(line.object("response").flatMap(response -> response.object("body"))).isPresent();
    assertThat(line.object("sluice").flatMap(ours -> ours.string("status"))).contains("completed");
    assertThat(result.value()).contains("\"content\":\"All is well.\"", "\"error\":null");
  }

  @Test
  void aTopicThatIsMadeForResultsKeepsTheLastOfEachKey(TestBroker broker) throws Exception {
    WrittenRun.of(
        FACTORY,
        broker,
        "compact-1",
        AnswerScript.answer("a"),
        "what=result",
        "results=results-compact",
        "create=yes");

    var topic = new ConfigResource(ConfigResource.Type.TOPIC, "results-compact");
    try (Admin admin = broker.admin()) {
      assertThat(admin.describeConfigs(List.of(topic)).all().get().values())
          .extracting(config -> config.get("cleanup.policy").value())
          .containsExactly("compact");
    }
  }

  @Test
  void aCutAnswerIsAResultWithAnError(TestBroker broker) throws Exception {
    broker.topic("results-cut", 1);

    WrittenRun.of(
        FACTORY,
        broker,
        "cut-1",
        AnswerScript.silence().text("All ").cut(),
        "what=result",
        "results=results-cut");

    ConsumerRecord<String, String> result = only(broker, "results-cut");
    assertThat(result.key()).isEqualTo("cut-1");
    assertThat(result.value()).contains("\"response\":null", "\"code\":\"truncated\"");
    assertThat(TopicReader.header(result, "sluice-status")).isEqualTo("truncated");
  }

  @Test
  void aResultThatIsTooLargeIsWrittenWithoutItsBody(TestBroker broker, @TempDir Path folder)
      throws Exception {
    broker.topic("results-large", 1);

    WrittenRun run =
        WrittenRun.of(
            FACTORY,
            broker,
            "large-1",
            AnswerScript.answer("well ".repeat(1000)),
            "what=result",
            "results=results-large",
            "config=" + config(folder, "max.request.size=4000"));

    assertThat(run.complaints()).isEmpty();
    ConsumerRecord<String, String> result = only(broker, "results-large");
    assertThat(result.value()).contains("\"response\":null", "\"status\":\"completed\"");
    assertThat(Integer.parseInt(TopicReader.header(result, "sluice-oversize"))).isGreaterThan(5000);
  }

  @Test
  void aLineThatIsTooLargeForARecordNamesTheSetting(TestBroker broker, @TempDir Path folder)
      throws Exception {
    broker.topic("lines-large", 1);

    WrittenRun run =
        WrittenRun.of(
            FACTORY,
            broker,
            "large-2",
            AnswerScript.answer("well ".repeat(1000)),
            "topic=lines-large",
            "config=" + config(folder, "max.request.size=4000"));

    assertThat(run.complaints())
        .singleElement()
        .asString()
        .matches(
            "sink 'kafka': a line of \\d+ bytes is longer than a record may be; raise"
                + " max.request.size, now 4000, and the topic's max.message.bytes");
  }

  private static Path config(Path folder, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("client.properties"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static ConsumerRecord<String, String> only(TestBroker broker, String topic) {
    List<ConsumerRecord<String, String>> records = TopicReader.records(broker, topic);
    assertThat(records).hasSize(1);
    return records.get(0);
  }
}
