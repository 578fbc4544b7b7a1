package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.chat.ChatRequest;
import io.sluice.json.CompletionJson;
import io.sluice.plugin.Plugins;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Outcome;
import io.sluice.stream.StreamException;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.transport.netty.Proxies;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Streams of Anthropic's, from a socket through the real transport, however they are cut. */
class AnthropicStreamsTest {
  private static final Path FOLDER = Path.of("src/test/resources/io/sluice/cli/anthropic");
  private static final JsonMapper MAPPER = JsonMapper.shared();

  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(strings = {"thinking-and-tools", "quirks", "error", "cut", "open-blocks", "spliced"})
  void aStreamIsReadAlikeUnderEverySplit(String name) throws IOException {
    byte[] stream = Files.readAllBytes(FOLDER.resolve(name + ".sse"));

    List<String> seen = seen(Stream.of(ChunkedAnswer.events(stream)).toList());
    Golden.compare("anthropic/" + name + ".txt", seen.get(0));
    List<ChunkedAnswer> splits = new ArrayList<>();
    for (int at = 1; at < stream.length; at++) {
      splits.add(
          ChunkedAnswer.events(
              Arrays.copyOf(stream, at), Arrays.copyOfRange(stream, at, stream.length)));
    }
    assertThat(seen(splits)).containsOnly(seen.get(0));
  }

  static Stream<Path> recorded() throws IOException {
    Path folder = Path.of(System.getProperty("sluice.shared", ""), "captures", "anthropic");
    assumeTrue(Files.isDirectory(folder), "no recorded streams: set -Dsluice.shared=FOLDER");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sse")).sorted().toList().stream();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("recorded")
  void aRecordedStreamIsReadAsItsEventsSay(Path file) throws IOException {
    byte[] stream = Files.readAllBytes(file);
    var bytes = new byte[stream.length][];
    Arrays.setAll(bytes, at -> new byte[] {stream[at]});

    List<Outcome> outcomes =
        outcomes(List.of(ChunkedAnswer.events(stream), ChunkedAnswer.events(bytes)));

    var said = Recorded.of(Files.readString(file));
    for (Outcome outcome : outcomes) {
      assertThat(outcome.status()).hasToString("COMPLETED");
      assertThat(outcome.irregularities()).hasSize(said.starts > 1 ? 1 : 0);
      assertThat(outcome.chunks()).isEqualTo(said.objects);
      assertThat(outcome.completion().text()).isEqualTo(said.text.toString());
      assertThat(outcome.completion().choices().get(0).other().get("stop_reason"))
          .hasToString('"' + said.stopReason + '"');
      JsonNode usage = MAPPER.readTree(outcome.completion().usage().orElseThrow().json().text());
      assertThat(usage).isEqualTo(MAPPER.valueToTree(said.usage));
      String kept = outcome.completion().choices().get(0).message().other().toString();
      assertThat(said.kept).allSatisfy(word -> assertThat(kept).contains(word));
    }
  }

  private static List<String> seen(List<ChunkedAnswer> answers) throws IOException {
    return outcomes(answers).stream().map(AnthropicStreamsTest::seen).toList();
  }

  private static String seen(Outcome outcome) {
    return outcome.status().word()
        + "\n"
        + outcome.failure().map(failure -> failure.message() + "\n").orElse("")
        + outcome.chunks()
        + " chunks\n"
        + outcome.irregularities()
        + "\n"
        + CompletionJson.write(outcome.completion())
        + "\n";
  }

  private static List<Outcome> outcomes(List<ChunkedAnswer> answers) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    try (RawServer server = RawServer.answering(answers::get);
        var plugins = Plugins.load(List.of());
        var transport =
            NettyTransport.builder(Endpoint.of(server.url()))
                .dialect(plugins.dialects().get("anthropic"))
                .proxies(Proxies.none())
                .build()) {
      for (int i = 0; i < answers.size(); i++) {
        outcomes.add(outcome(transport));
      }
    }
    return outcomes;
  }

  private static Outcome outcome(ChatTransport transport) {
    try (ChatStream stream = transport.stream(ChatRequest.of("claude-x", "anything"))) {
      stream.completion();
      return stream.outcome().toCompletableFuture().join();
    } catch (StreamException incomplete) {
      return incomplete.outcome();
    }
  }

  /** What the events of a stream say, read in the plainest way. */
  private static final class Recorded {
    private final StringBuilder text = new StringBuilder();
    private final Map<String, JsonNode> usage = new TreeMap<>();
    private final List<String> kept = new ArrayList<>();
    private String stopReason = "";
    private int objects;
    private int starts;

    static Recorded of(String stream) {
      var recorded = new Recorded();
      stream
          .lines()
          .filter(line -> line.startsWith("data: {"))
          .map(line -> MAPPER.readTree(line.substring("data: ".length())))
          .forEach(recorded::add);
      return recorded;
    }

    private void add(JsonNode event) {
      objects++;
      starts += event.has("message") ? 1 : 0;
      text.append(event.at("/delta/text").asString(""));
      stopReason = event.at("/delta/stop_reason").asString(stopReason);
      event.at("/message/usage").properties().forEach(f -> usage.put(f.getKey(), f.getValue()));
      event.path("usage").properties().forEach(f -> usage.put(f.getKey(), f.getValue()));
      if (event.has("content_block")
          && !event.at("/content_block/type").asString().equals("text")) {
        kept.add(event.at("/content_block/type").asString());
      }
      if (event.at("/delta/citation").has("cited_text")) {
        kept.add("cited_text");
      }
    }
  }
}
