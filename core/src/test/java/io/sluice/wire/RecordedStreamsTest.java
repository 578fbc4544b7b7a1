package io.sluice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.chat.Completion;
import io.sluice.chat.FinishReason;
import io.sluice.chat.ToolCall;
import io.sluice.chat.Usage;
import io.sluice.json.ChunkJson;
import io.sluice.json.ChunkReader;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays recorded streams, where there are some, against the answers that others made of them. */
class RecordedStreamsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  static Stream<JsonNode> streams() throws IOException {
    return rows("chat.completions");
  }

  static Stream<JsonNode> errors() throws IOException {
    return rows("error");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("streams")
  void recordedStreamFoldsToItsAnswer(JsonNode row) throws IOException {
    var receiver = new RecordingReceiver();
    Dialect.Reader reader = new OpenAiDialect().reader();
    String stream = Files.readString(captures().resolve(row.get("file").asString()));
    SimpleSse.events(stream).forEach(e -> reader.read(e, Duration.ZERO, receiver));

    JsonNode expected = row.get("expected");
    Completion completion = receiver.completion.result();
    assertThat(completion.text()).isEqualTo(expected.get("content").asString(""));
    expected
        .optional("contents")
        .ifPresent(all -> all.properties().forEach(one -> isContent(completion, one)));
    assertThat(completion.finishReason().map(FinishReason::value).orElse(""))
        .isEqualTo(expected.get("finish_reason").asString(""));
    assertThat(toolCalls(completion)).isEqualTo(expected.get("tool_calls"));
    if (isKnownToTheOracle(row)) {
      assertThat(usage(completion)).isEqualTo(expected.get("usage"));
    } else {
      assertThat(completion.usage()).isPresent();
    }
    assertThat(receiver.chunks).hasSize(expected.get("chunks").asInt());
    assertThat(receiver.failure.isPresent() ? "failed" : "completed")
        .isEqualTo(expected.get("status").asString());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("streams")
  void recordedStreamSaysTheSameWhenItsChunksAreWrittenAnew(JsonNode row) throws IOException {
    var receiver = new RecordingReceiver();
    Dialect.Reader reader = new OpenAiDialect().reader();
    String stream = Files.readString(captures().resolve(row.get("file").asString()));
    SimpleSse.events(stream).forEach(e -> reader.read(e, Duration.ZERO, receiver));

    var again = new ChunkReader();
    var folded = new CompletionAccumulator();
    for (Chunk chunk : receiver.chunks) {
      folded.add(again.read(ChunkJson.write(chunk), chunk.at(), remark -> {}));
    }
    assertThat(folded.result()).isEqualTo(receiver.completion.result());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("errors")
  void recordedErrorBodyBecomesOneLine(JsonNode row) throws IOException {
    byte[] body = Files.readAllBytes(captures().resolve(row.get("file").asString()));
    int status = row.get("status").asInt();
    Failure.Http failure =
        new OpenAiDialect().failure(new HttpAnswer(status, Map.of(), ByteBuffer.wrap(body)));

    JsonNode json = JSON.readTree(body);
    JsonNode error = json.has("error") ? json.get("error") : json;
    String said = error.get("message").asString();
    assertThat(failure.message())
        .startsWith(
            "the server answered " + status + ": " + said.substring(0, Math.min(12, said.length())))
        .doesNotContain("\n")
        .hasSizeLessThan(600);
    assertThat(failure.code().orElse("")).isEqualTo(error.path("code").asString(""));
    assertThat(failure.type().orElse("")).isEqualTo(error.path("type").asString(""));
  }

  /** The client that made the expectations does not look for usage under {@code x_groq}. */
  private static boolean isKnownToTheOracle(JsonNode row) {
    return !row.get("expected").get("usage").isNull()
        || row.get("features").valueStream().noneMatch(f -> f.asString().equals("x_groq"))
        || row.get("expected").get("status").asString().equals("failed");
  }

  private static void isContent(Completion completion, Map.Entry<String, JsonNode> content) {
    int index = Integer.parseInt(content.getKey());
    assertThat(completion.choice(index).orElseThrow().message().content().orElse(""))
        .isEqualTo(content.getValue().asString());
  }

  private static JsonNode toolCalls(Completion completion) {
    var calls = JSON.createArrayNode();
    for (ToolCall call :
        completion.choice(0).map(choice -> choice.message().toolCalls()).stream()
            .flatMap(Collection::stream)
            .toList()) {
      calls
          .addObject()
          .put("id", call.id())
          .put("name", call.name())
          .put("arguments", call.arguments());
    }
    return calls;
  }

  private static JsonNode usage(Completion completion) {
    return completion
        .usage()
        .map(Usage::json)
        .map(json -> JSON.readTree(json.text()))
        .orElse(JSON.getNodeFactory().nullNode());
  }

  private static Stream<JsonNode> rows(String kind) throws IOException {
    assumeTrue(Files.isDirectory(captures()), "no recorded streams: set -Dsluice.shared=FOLDER");
    return Files.readAllLines(captures().resolve("manifest.jsonl")).stream()
        .map(JSON::readTree)
        .filter(row -> row.get("kind").asString().equals(kind));
  }

  private static Path captures() {
    return Path.of(System.getProperty("sluice.shared", ""), "captures");
  }
}
