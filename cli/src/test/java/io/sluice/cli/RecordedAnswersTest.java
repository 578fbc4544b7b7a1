package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Choice;
import io.sluice.chat.Message;
import io.sluice.chat.ToolCall;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.simulator.fault.Fault;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Outcome;
import io.sluice.stream.StreamException;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.transport.netty.Proxies;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers recorded from some thirty providers, through the simulator and the real transport,
 * however their bytes are written. They are read where their folder is given and nothing of them is
 * kept.
 */
@EnabledIfSystemProperty(named = "sluice.shared", matches = ".+")
class RecordedAnswersTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void aRecordedAnswerIsReadAsExpected(Row row) throws Exception {
    assertRead(row);
  }

  /** A write for each of a million bytes takes its time. */
  @Tag("thorough")
  @ParameterizedTest(name = "{0}")
  @MethodSource("rowsByByte")
  void aRecordedAnswerIsReadAsExpectedByteByByte(Row row) throws Exception {
    assertRead(row);
  }

  private static void assertRead(Row row) throws Exception {
    SimulatorBuilder builder = Simulator.builder().replay(row.file());
    row.fault().map(Fault::parse).ifPresent(builder::fault);
    try (Simulator simulator = builder.start();
        var transport =
            NettyTransport.builder(Endpoint.of(simulator.baseUrl().toString()))
                .proxies(Proxies.none())
                .build();
        ChatStream stream = transport.stream(ChatRequest.of("recorded", "anything"))) {
      assertExpected(row.expected(), drained(stream));
    }
  }

  static Stream<Row> rows() throws IOException {
    return rows("", "one-write");
  }

  static Stream<Row> rowsByByte() throws IOException {
    return rows("byte-per-write");
  }

  private static Stream<Row> rows(String... faults) throws IOException {
    Path folder = Path.of(System.getProperty("sluice.shared"), "captures");
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
      JsonNode row = MAPPER.readTree(line);
      if (row.has("expected")) {
        Path file = folder.resolve(row.get("file").asString());
        for (String fault : faults) {
          Optional<String> named = Optional.of(fault).filter(name -> !name.isEmpty());
          rows.add(new Row(file, named, row.get("expected")));
        }
      }
    }
    return rows.stream();
  }

  private static Outcome drained(ChatStream stream) {
    try {
      stream.completion();
      return stream.outcome().toCompletableFuture().join();
    } catch (StreamException incomplete) {
      return incomplete.outcome();
    }
  }

  private static void assertExpected(JsonNode expected, Outcome outcome) {
    assertThat(outcome.status().name().toLowerCase(Locale.ROOT))
        .isEqualTo(expected.get("status").asString());
    assertThat(outcome.chunks()).isEqualTo(expected.get("chunks").asLong());
    assertThat(outcome.completion().text()).isEqualTo(expected.get("content").asString());
    assertThat(outcome.completion().finishReason().map(Object::toString))
        .isEqualTo(
            Optional.of(expected.get("finish_reason"))
                .filter(n -> !n.isNull())
                .map(JsonNode::asString));
    assertThat(toolCalls(outcome)).isEqualTo(toolCalls(expected));
    JsonNode usage =
        outcome
            .completion()
            .usage()
            .map(given -> MAPPER.readTree(given.json().text()))
            .orElseGet(MAPPER::nullNode);
    assertUsage(expected.get("usage"), usage, outcome);
    for (var text : expected.path("contents").properties()) {
      Choice choice = outcome.completion().choice(Integer.parseInt(text.getKey())).orElseThrow();
      assertThat(choice.message().content()).contains(text.getValue().asString());
    }
  }

  /** The client that wrote the expectations down does not look into x_groq; Sluice does. */
  private static void assertUsage(JsonNode expected, JsonNode usage, Outcome outcome) {
    boolean elsewhere = expected.isNull() && outcome.completion().other().containsKey("x_groq");
    if (!elsewhere) {
      assertThat(usage).isEqualTo(expected);
    }
  }

  private static List<ToolCall> toolCalls(Outcome outcome) {
    return outcome.completion().choice(0).map(Choice::message).map(Message::toolCalls).stream()
        .flatMap(List::stream)
        .map(call -> ToolCall.of(call.id(), call.name(), call.arguments()))
        .toList();
  }

  private static List<ToolCall> toolCalls(JsonNode expected) {
    List<ToolCall> calls = new ArrayList<>();
    for (JsonNode call : expected.get("tool_calls")) {
      calls.add(
          ToolCall.of(
              call.path("id").asString(""),
              call.path("name").asString(""),
              call.path("arguments").asString("")));
    }
    return calls;
  }

  record Row(Path file, Optional<String> fault, JsonNode expected) {
    @Override
    public String toString() {
      return file.getFileName() + fault.map(name -> ", " + name).orElse("");
    }
  }
}
