package io.sluice.dialects.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.chat.AnswerFields;
import io.sluice.chat.Completion;
import io.sluice.chat.Usage;
import io.sluice.json.ChunkJson;
import io.sluice.json.ChunkReader;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.stream.Chunk;
import io.sluice.wire.WireEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded streams, where there are some, broken behind each of their events. */
class CutCapturesTest {

  private static final WireEvent END_MARKER =
      new WireEvent.Data("message", "", Heard.bytes("[DONE]"));
  private static final WireEvent ERROR =
      new WireEvent.Data(
          "error", "", Heard.bytes("{'type':'error','error':{'type':'api_error','message':'no'}}"));
  private static final WireEvent ANOTHER =
      new WireEvent.Data(
          "message", "", Heard.bytes("{'type':'message_start','message':{'id':'another'}}"));
  private static final WireEvent TORN =
      new WireEvent.Data("message", "", Heard.bytes("{'type':'content_bl"));

  /** What one test may read, so that it ends soon: long streams are broken behind fewer events. */
  private static final int MOST_CHARACTERS = 8_000_000;

  static Stream<Path> captures() throws IOException {
    Path captures = Path.of(System.getProperty("sluice.shared", ""), "captures");
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("anthropic", "dialects/anthropic")) {
      assumeTrue(
          Files.isDirectory(captures.resolve(folder)),
          "no recorded streams: set -Dsluice.shared=FOLDER");
      try (Stream<Path> found = Files.list(captures.resolve(folder))) {
        found.filter(file -> file.toString().endsWith(".sse")).sorted().forEach(files::add);
      }
    }
    return files.stream();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("captures")
  void everyOpenBlockSurvivesEveryCut(Path file) throws IOException {
    List<String> events = events(file);
    var open = new OpenBlocks();
    int step = 1 + (int) (characters(events) * events.size() / MOST_CHARACTERS);
    for (int cut = 1; cut <= events.size(); cut++) {
      open.see(JsonObject.read(events.get(cut - 1)));
      if (cut % step > 0 && cut < events.size()) {
        continue;
      }
      List<String> before = events.subList(0, cut);
      List<List<String>> ends = new ArrayList<>();
      ends.add(unfinished(before));
      for (WireEvent broken : List.of(END_MARKER, ERROR, ANOTHER, TORN)) {
        ends.add(unfinished(before, broken));
      }
      assertThat(ends).as("behind event %d", cut).containsOnly(open.expected());
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("captures")
  void everyStreamSaysTheSameInTheFormOfOpenAi(Path file) throws IOException {
    Heard heard = read(events(file)).end();
    var openAi = new ChunkReader();
    var folded = new CompletionAccumulator();
    for (Chunk chunk : heard.chunks) {
      folded.add(openAi.read(ChunkJson.write(chunk), chunk.at(), remark -> {}));
    }

    Completion said = heard.completion();
    assertThat(folded.result()).usingRecursiveComparison().ignoringFields("usage").isEqualTo(said);
    assertThat(folded.result().usage().map(Usage::totalTokens))
        .isEqualTo(said.usage().map(Usage::totalTokens));
  }

  /** The blocks that are marked, each as its type and the text that it grew by. */
  private static List<String> unfinished(List<String> events, WireEvent... behind) {
    Heard heard = read(events);
    for (WireEvent event : behind) {
      heard.read(event);
    }
    heard.end();
    Heard again = read(heard.chunks.stream().map(Chunk::json).toList());
    assertThat(again.completion()).isEqualTo(heard.completion());
    return heard.completion().choices().stream()
        .flatMap(choice -> choice.message().other().entrySet().stream())
        .filter(field -> field.getKey().equals(AnswerFields.CONTENT_PARTS))
        .flatMap(field -> new JsonValue(field.getValue()).elements().orElseThrow().stream())
        .map(block -> block.object().orElseThrow())
        .filter(block -> block.flag("unfinished").orElse(false))
        .map(OpenBlocks::shown)
        .toList();
  }

  private static Heard read(List<String> events) {
    var heard = new Heard();
    for (String event : events) {
      heard.read(new WireEvent.Data("message", "", Heard.verbatim(event)));
    }
    return heard;
  }

  private static long characters(List<String> events) {
    return events.stream().mapToLong(String::length).sum();
  }

  private static List<String> events(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("data: {") && line.endsWith("}"))
        .map(line -> line.substring("data: ".length()))
        .toList();
  }

  /** What is open in a stream, kept in the plainest way. */
  private static final class OpenBlocks {
    private static final Set<String> TOLD_AT_ONCE = Set.of("text", "tool_use");

    private final Map<Long, String> open = new TreeMap<>();

    void see(JsonObject event) {
      long index = event.wholeNumber("index").orElse(-1);
      switch (event.string("type").orElse("")) {
        case "content_block_start" -> {
          JsonObject block = event.object("content_block").orElseThrow();
          String type = block.string("type").orElseThrow();
          if (!TOLD_AT_ONCE.contains(type)) {
            open.put(index, shown(block));
          }
        }
        case "content_block_delta" -> {
          JsonObject delta = event.object("delta").orElseThrow();
          String more = delta.string("partial_json").orElse(text(delta));
          open.computeIfPresent(index, (same, before) -> before + more);
        }
        case "content_block_stop" -> open.remove(index);
        default -> {}
      }
    }

    List<String> expected() {
      return List.copyOf(open.values());
    }

    /** An input that happens to be whole is JSON, else it is the text that came of it. */
    static String shown(JsonObject block) {
      String input = block.value("input").map(v -> v.string().orElse(v.json().text())).orElse("{}");
      return block.string("type").orElseThrow()
          + " "
          + text(block)
          + (input.equals("{}") ? "" : input);
    }

    private static String text(JsonObject block) {
      return Stream.of("thinking", "signature", "data", "content")
          .map(name -> block.string(name).orElse(""))
          .reduce("", String::concat);
    }
  }
}
