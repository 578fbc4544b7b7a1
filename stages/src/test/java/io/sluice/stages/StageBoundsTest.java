package io.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.ChunkBuilder;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stage keeps of an answer in which no boundary comes. */
@Tag("thorough")
class StageBoundsTest {

  private static final int MEGABYTE = 1 << 20;
  private static final int DELTA = 1 << 14;

  /** Beside what is held back a stage keeps a little of what it has passed, to look back at. */
  private static final int CONTEXT = 2048;

  /** Texts that offer no boundary, or never cease to look like the beginning of something. */
  private static final List<String> UNITS =
      List.of(
          " ", "1", "`", "\u0301", "\ud83d", "\"", "\\", "<", "x@", "[", "-----BEGIN ", "Marie ");

  private static final List<Function<String, Delta>> KINDS =
      List.of(
          text -> new Delta.Text(0, text),
          text -> new Delta.Reasoning(0, text),
          text -> new Delta.Refusal(0, text),
          text -> new Delta.ToolCall(0, 0, "", "", text, Map.of()),
          text -> new Delta.ToolCall(0, 1, "", "", "{\"a\":\"" + text, Map.of()));

  static Stream<Bound> bounds() {
    return Stream.of(
        new Bound("words", Stages.words(), 256),
        new Bound("characters", Stages.characters(), 64),
        new Bound("lines", Stages.lines(), 8192),
        new Bound("sentences", Stages.sentences(), 2048),
        new Bound("gather", Stages.gather(Gathering.time(Duration.ofHours(1))), 65_536 + DELTA),
        new Bound("gather tokens", Stages.gather(Gathering.tokens(1 << 30)), 65_536 + DELTA),
        new Bound("pace", Stages.pace(Duration.ofSeconds(10)), MEGABYTE + 2 * DELTA),
        new Bound("redact", Stages.redact(), 319),
        new Bound("only", Stages.only(DeltaKind.CALLS), 0),
        new Bound("without", Stages.without(DeltaKind.OTHER), 0),
        new Bound("extract code", Stages.extractCode(""), 1024),
        new Bound("extract json", Stages.extractJson(), 0),
        new Bound("extract tag", Stages.extractTag("think"), 7),
        new Bound("json", Stages.json(), 2 << 18)); // and its brackets
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void tenMegabytesOfOneKindWithoutABoundaryAreNotKept(Bound bound) throws Exception {
    assertKept(bound, KINDS.get(0), "a", 10 * MEGABYTE);
    for (Function<String, Delta> kind : KINDS) {
      assertKept(bound, kind, "a", MEGABYTE / 2);
    }
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void whatNeverCeasesToBeginIsNotKept(Bound bound) throws Exception {
    for (String unit : UNITS) {
      assertKept(bound, KINDS.get(0), unit, MEGABYTE / 8);
      assertKept(bound, KINDS.get(4), unit, MEGABYTE / 8);
    }
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void whatBeganAndDoesNotEndIsNotKept(Bound bound) throws Exception {
    for (String opening : List.of("```\n", "<think>", "{\"a\":\"", "-----BEGIN PRIVATE KEY-----")) {
      var outlet = new Emptying();
      Stage stage = bound.stage().get();
      stage.onChunk(chunk(new Delta.Text(0, opening)), outlet);
      stage.onChunk(chunk(new Delta.ToolCall(0, 0, "", "", opening, Map.of())), outlet);
      assertKept(bound, stage, KINDS.get(0), "a", MEGABYTE / 4);
      assertKept(bound, stage, KINDS.get(3), "a", MEGABYTE / 4);
    }
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void oneLargeDeltaIsNotKept(Bound bound) throws Exception {
    if (bound.name().equals("pace")) {
      return; // It holds back whole chunks, and the last one beside its bound.
    }
    for (String unit : List.of("a", "a b. ", "\n", "-----BEGIN ")) {
      Stage stage = bound.stage().get();
      stage.onChunk(
          chunk(KINDS.get(0).apply(unit.repeat(MEGABYTE / unit.length()))), new Emptying());
      assertThat(KeptText.of(stage).length()).isLessThanOrEqualTo(bound.most() + CONTEXT);
    }
  }

  private static void assertKept(
      Bound bound, Function<String, Delta> kind, String unit, int characters) throws Exception {
    assertKept(bound, bound.stage().get(), kind, unit, characters);
  }

  private static void assertKept(
      Bound bound, Stage stage, Function<String, Delta> kind, String unit, int characters)
      throws Exception {
    KeptText before = KeptText.of(stage);
    var outlet = new Emptying();
    Chunk chunk = chunk(kind.apply(unit.repeat(DELTA / unit.length())));
    for (int given = 0; given < characters; given += DELTA) {
      stage.onChunk(chunk, outlet);
      assertThat(KeptText.of(stage).length() - before.length())
          .as("%s of '%s' with %s", bound.name(), unit, chunk.deltas().get(0).getClass())
          .isLessThanOrEqualTo(bound.most() + CONTEXT);
    }
    assertThat(KeptText.of(stage).room()).isLessThan(16L * (bound.most() + CONTEXT + DELTA));
  }

  private static Chunk chunk(Delta delta) {
    return ChunkBuilder.of(delta).build();
  }

  /**
   * How much a stage says that it holds back.
   *
   * @param name what messages call it
   * @param stage makes it
   * @param most the characters of one choice
   */
  private record Bound(String name, Supplier<Stage> stage, int most) {
    @Override
    public String toString() {
      return name;
    }
  }
}
