package io.sluice.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.kafka.follow.KafkaRunSourceFactory;
import io.sluice.kafka.record.RecordHeader;
import io.sluice.kafka.record.RecordType;
import io.sluice.kafka.record.Topics;
import io.sluice.kafka.sink.KafkaSinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.testkit.AnswerScript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page about Kafka says what the code does. */
@ExtendWith(BrokerOfAllTests.class)
class KafkaPageTest {

  private static final Pattern CELL = Pattern.compile("(?m)^\\| ((?:`[^`]+`(?:, )?)+) \\|");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  @Test
  void theSnippetPrintsARun(TestBroker broker) throws Exception {
    broker.topic(Topics.CHUNKS, 2);
    try (var sinks = new KafkaSinkFactory()) {
      WrittenRun.of(sinks, broker, "page-1", AnswerScript.answer("All ", "is well."));
    }
    PrintStream before = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      print(broker.servers(), "page-1");
    } finally {
      System.setOut(before);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("All is well.");
  }

  private static void print(String servers, String id) throws IOException {
    KafkaRuns runs = KafkaRuns.of(Map.of("bootstrap.servers", servers));
    try (ChatStream stream = runs.follow(id).open()) {
      for (Chunk chunk : stream) {
        System.out.print(chunk.text());
      }
    }
  }

  @Test
  void thePageListsEveryOption() throws IOException {
    assertThat(cells("## What the sink does"))
        .containsExactlyInAnyOrderElementsOf(names(new KafkaSinkFactory().options()));
    List<String> connection = cells("## What the sink does");
    List<String> reading =
        names(new KafkaRunSourceFactory().options()).stream()
            .filter(name -> name.equals("topic") || !connection.contains(name))
            .toList();
    assertThat(cells("## Reading a run")).containsExactlyInAnyOrderElementsOf(reading);
  }

  @Test
  void thePageListsEveryTopicFieldAndType() throws IOException {
    List<String> cells = cells("## The records, version " + RecordHeader.CONTRACT);

    assertThat(cells)
        .contains(Topics.REQUESTS, Topics.CHUNKS, Topics.RESULTS, Topics.DEAD_LETTERS)
        .containsAll(Stream.of(RecordHeader.values()).map(RecordHeader::key).toList())
        .contains(RecordHeader.LABEL + "NAME");
    assertThat(section("## The records")).contains(types());
  }

  private static List<String> types() {
    return Stream.of(RecordType.values()).map(type -> "`" + type.word() + "`").toList();
  }

  private static List<String> names(List<SinkOption> options) {
    return options.stream().map(SinkOption::name).toList();
  }

  /** What the first cells of a section's tables name. */
  private static List<String> cells(String title) throws IOException {
    return CELL.matcher(section(title))
        .results()
        .flatMap(cell -> QUOTED.matcher(cell.group(1)).results())
        .map(name -> name.group(1))
        .toList();
  }

  private static String section(String title) throws IOException {
    String page = page();
    int begin = page.indexOf(title);
    assertThat(begin).as(title).isNotNegative();
    int end = page.indexOf("\n## ", begin + 1);
    return page.substring(begin, end < 0 ? page.length() : end);
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/kafka.md"));
  }
}
