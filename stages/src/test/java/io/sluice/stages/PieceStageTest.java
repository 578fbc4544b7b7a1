package io.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.ChunkBuilder;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Status;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.StageRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceStageTest {

  @Test
  void wordsKeepTheWhiteSpaceBeforeThem() {
    assertThat(pieces(Stages.words(), "Hello, big  world.\n\nBye "))
        .containsExactly("Hello,", " big", "  world.", "\n\nBye", " ");
  }

  @Test
  void anIdeographIsAWord() {
    assertThat(pieces(Stages.words(), "\u4f60\u597d\uff0cworld \u518d\u89c1"))
        .containsExactly("\u4f60", "\u597d", "\uff0cworld", " \u518d", "\u89c1");
  }

  @Test
  void aWordIsPassedWhenTheBlankBehindItHasCome() {
    StageRun run = StageRun.open(Stages.words()).text("Hel").text("lo wor");
    assertThat(run.texts()).containsExactly("Hello");
    run.text("ld ");
    assertThat(run.texts()).containsExactly("Hello", " world");
  }

  @Test
  void aCharacterIsWhatPeopleSee() {
    String coder = "\ud83d\udc69\u200d\ud83d\udcbb";
    String flag = "\ud83c\udde9\ud83c\uddea";
    assertThat(pieces(Stages.characters(), "e\u0301a" + coder + flag + flag + "\r\n!"))
        .containsExactly("e\u0301", "a", coder, flag, flag, "\r\n", "!");
  }

  @Test
  void aLineHasItsEnd() {
    assertThat(pieces(Stages.lines(), "a\nb\r\n\rc\n\nd"))
        .containsExactly("a\n", "b\r\n", "\r", "c\n", "\n", "d");
  }

  @Test
  void sentencesEndAtStopsThatEndThem() {
    assertThat(
            pieces(
                Stages.sentences(),
                "Dr. J. Smith paid 3.50 at example.com. Did he?! \"Yes.\" So e.g. this... and that."
                    + " See No. 5. 1. Begin"))
        .containsExactly(
            "Dr. J. Smith paid 3.50 at example.com.",
            " Did he?!",
            " \"Yes.\"",
            " So e.g. this... and that.",
            " See No. 5.",
            " 1. Begin");
  }

  @Test
  void sentencesEndBeforeLineEndsAndWithoutBlanksWhereNoneAreWritten() {
    assertThat(
            pieces(Stages.sentences(), "# Title\n\n- one\n- two\n\u4f60\u597d\u3002\u518d\u89c1"))
        .containsExactly("# Title", "\n\n- one", "\n- two", "\n\u4f60\u597d\u3002", "\u518d\u89c1");
  }

  @Test
  void theFirstSentenceIsPassedAsSoonAsItIsSure() {
    StageRun run = StageRun.open(Stages.sentences()).text("Yes! ");
    assertThat(run.texts()).containsExactly("Yes!");
    run.text("It is so.");
    assertThat(run.texts()).containsExactly("Yes!");
    run.text(" I");
    assertThat(run.texts()).containsExactly("Yes!", " It is so.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"words", "characters", "lines", "sentences"})
  void anyCutsGiveTheSamePieces(String name) {
    Supplier<Stage> stage = named(name);
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      String text = text(random);
      List<String> whole = pieces(stage, text);
      StageRun run = StageRun.open(stage);
      for (String part : cut(text, random)) {
        run.text(part);
      }
      run.end(Status.COMPLETED);
      assertThat(run.texts()).as("seed " + seed + " of " + text).isEqualTo(whole);
    }
  }

  @Test
  void aChunkThatIsOnePieceIsPassedAsItIs() {
    Chunk line = Chunks.text("a line\n");
    assertThat(StageRun.open(Stages.lines()).chunk(line).passed()).containsExactly(line);
    assertThat(StageRun.open(Stages.lines()).chunk(Chunks.role()).passed())
        .containsExactly(Chunks.role());
  }

  @Test
  void whatIsHeldComesBeforeTheFinishInOneChunk() {
    StageRun run = StageRun.open(Stages.words()).text("Hello").chunk(Chunks.finish());
    assertThat(run.passed()).hasSize(1);
    assertThat(run.passed().get(0).deltas())
        .startsWith(new Delta.Text(0, "Hello"))
        .last()
        .isInstanceOf(Delta.Finish.class);
  }

  @Test
  void reasoningAndTextAreNotRunTogether() {
    StageRun run =
        StageRun.open(Stages.words())
            .chunk(Chunks.reasoning("I thi"))
            .chunk(Chunks.reasoning("nk"))
            .text("So it ")
            .end(Status.COMPLETED);
    assertThat(run.passed().stream().flatMap(chunk -> chunk.deltas().stream()))
        .containsExactly(
            new Delta.Reasoning(0, "I"),
            new Delta.Reasoning(0, " think"),
            new Delta.Text(0, "So"),
            new Delta.Text(0, " it"),
            new Delta.Text(0, " "));
  }

  @Test
  void aPieceHasTheOriginAndTheTimeOfTheChunkThatEndedIt() {
    Chunk first = Chunks.text("Hel");
    Chunk second =
        ChunkBuilder.from(Chunks.text("lo you")).at(java.time.Duration.ofMillis(7)).build();
    StageRun run = StageRun.open(Stages.words()).chunk(first).chunk(second);
    assertThat(run.passed().get(0).at()).isEqualTo(second.at());
  }

  private static List<String> pieces(Supplier<Stage> stage, String text) {
    return StageRun.open(stage).text(text).end(Status.COMPLETED).texts();
  }

  private static Supplier<Stage> named(String name) {
    return switch (name) {
      case "words" -> Stages.words();
      case "characters" -> Stages.characters();
      case "lines" -> Stages.lines();
      default -> Stages.sentences();
    };
  }

  private static String text(Random random) {
    List<String> bits =
        List.of(
            "a",
            "B",
            "Dr",
            ".",
            "!",
            " ",
            "  ",
            "\n",
            "\r",
            "\"",
            ")",
            "5",
            "\u3002",
            "\u4f60",
            "e\u0301",
            "\ud83d\udc69",
            "\u200d",
            "\ud83c\udde9",
            "\ud83d",
            "\u0e2a\u0e27\u0e31",
            "\u0e2a\u0e14\u0e35",
            "e.g",
            "\u05d0",
            "x".repeat(300),
            "\u0e2a".repeat(60));
    var text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append(bits.get(random.nextInt(bits.size())));
    }
    return text.toString();
  }

  private static List<String> cut(String text, Random random) {
    List<String> parts = new ArrayList<>();
    int longest = 1 + random.nextInt(5);
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + 1 + random.nextInt(longest));
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }
}
