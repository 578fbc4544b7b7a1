package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Choice;
import io.sluice.chat.FinishReason;
import io.sluice.json.CompletionJson;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that was seen to come over the wire, a row each: whoever reads the stream, by pulling,
 * by subscribing, as a sink or at the command line, is told the same end with the same answer.
 */
class WireScenariosTest {

  @TempDir private Path folder;

  static Stream<WireScenario> scenarios() {
    return Stream.of(
            FramingScenarios.ROWS,
            ChunkScenarios.ROWS,
            ToolCallScenarios.ROWS,
            EndScenarios.ROWS,
            ErrorScenarios.ROWS,
            OddScenarios.ROWS,
            HttpScenarios.ROWS,
            HostileScenarios.ROWS)
        .flatMap(List::stream);
  }

  static Stream<WireScenario> smallScenarios() {
    return scenarios().filter(row -> row.answers.stream().allMatch(WireAnswer::isSmall));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyoneIsToldTheSame(WireScenario row) throws IOException {
    var runs = new WireRuns(row, WireAnswer.Pieces.ONE);
    Outcome outcome = assertHolds(runs, row);
    Path file = folder.resolve("answer.txt");
    Sluice.Ran ran = runs.commanded("file:path=" + file);
    assertThat(ran.out() + ran.err()).doesNotContain(WireRuns.KEY);
    assertIsTold(ran, outcome, row);
    Path kept = row.status == Status.COMPLETED ? file : Path.of(file + ".partial");
    assertThat(kept).as("what the file sink kept").content().startsWith(row.text);
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("smallScenarios")
  void cutIntoBytesItIsTheSame(WireScenario row) throws IOException {
    assertHolds(new WireRuns(row, WireAnswer.Pieces.BYTES), row);
  }

  private static Outcome assertHolds(WireRuns runs, WireScenario row) throws IOException {
    Outcome pulled = runs.pulled();
    assertIsExpected(pulled, row);
    assertThat(picture(runs.pushed())).as("the subscriber").isEqualTo(picture(pulled));
    assertThat(runs.pipelined())
        .as("the run and its sinks")
        .extracting(WireScenariosTest::picture)
        .containsOnly(picture(pulled));
    return pulled;
  }

  private static void assertIsExpected(Outcome outcome, WireScenario row) {
    assertThat(outcome.status()).as(outcome.failure().toString()).isEqualTo(row.status);
    assertThat(outcome.completion().text()).isEqualTo(row.text);
    assertThat(finishes(outcome)).isEqualTo(row.finishes);
    assertThat(calls(outcome)).isEqualTo(row.calls);
    assertThat(
            outcome.irregularities().stream()
                .collect(Collectors.toMap(Irregularity::kind, Irregularity::times)))
        .isEqualTo(row.remarks);
    assertThat(outcome.timing().attempts()).isEqualTo(row.attempts);
    assertThat(outcome.failure().isPresent())
        .isEqualTo(row.status != Status.COMPLETED && row.status != Status.STOPPED);
    row.message.ifPresent(
        words -> assertThat(outcome.failure().orElseThrow().message()).contains(words));
    if (row.chunks >= 0) {
      assertThat(outcome.chunks()).isEqualTo(row.chunks);
    }
    row.details.accept(outcome.completion());
  }

  private static void assertIsTold(Sluice.Ran ran, Outcome outcome, WireScenario row) {
    assertThat(ran.code().number()).as(ran.err()).isEqualTo(row.exitCode);
    assertThat(ran.out()).hasLineCount(1);
    JsonNode told = JsonMapper.shared().readTree(ran.out());
    JsonNode ours = told.path("sluice");
    assertThat(ours.path("status").asString()).isEqualTo(row.status.word());
    assertThat(ours.path("chunks").asLong()).isEqualTo(outcome.chunks());
    assertThat(ours.path("attempts").asInt()).isEqualTo(row.attempts);
    assertThat(told.at("/choices/0/message/content").asString("")).isEqualTo(row.text);
    var remarks = new TreeMap<String, Long>();
    StreamSupport.stream(ours.path("irregularities").spliterator(), false)
        .forEach(each -> remarks.put(each.path("kind").asString(), each.path("times").asLong()));
    var expected = new TreeMap<String, Long>();
    row.remarks.forEach((kind, times) -> expected.put(kind.word(), times));
    assertThat(remarks).isEqualTo(expected);
    assertThat(settled(ours.at("/error/message").asString("")))
        .isEqualTo(settled(outcome.failure().map(Failure::message).orElse("")));
  }

  /** All of an outcome but its times. */
  private static String picture(Outcome outcome) {
    return String.join(
        "\n",
        outcome.status().word(),
        settled(outcome.failure().toString()),
        CompletionJson.write(outcome.completion()),
        outcome.irregularities().toString(),
        outcome.chunks() + " chunks in attempt " + outcome.timing().attempts());
  }

  /** Without the port, which is another each time. */
  private static String settled(String message) {
    return message.replaceAll("127\\.0\\.0\\.1:\\d+", "the server");
  }

  private static List<String> finishes(Outcome outcome) {
    return outcome.completion().choices().stream()
        .map(choice -> choice.finishReason().map(FinishReason::value).orElse("-"))
        .toList();
  }

  private static List<String> calls(Outcome outcome) {
    return outcome.completion().choices().stream()
        .map(Choice::message)
        .flatMap(
            message -> Stream.concat(message.toolCalls().stream(), message.functionCall().stream()))
        .map(call -> call.id() + " " + call.name() + "(" + call.arguments() + ")")
        .toList();
  }
}
