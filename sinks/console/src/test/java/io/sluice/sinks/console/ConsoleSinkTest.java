package io.sluice.sinks.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.json.ChunkBuilder;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.text.CodeSelection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsoleSinkTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void eachDeltaIsFlushedAsItComes() throws IOException {
    List<String> seen = new ArrayList<>();
    var flushed =
        new OutputStream() {
          private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

          @Override
          public void write(int b) {
            pending.write(b);
          }

          @Override
          public void flush() {
            seen.add(pending.toString(UTF_8));
            pending.reset();
          }
        };
    Answer.of("Still ", "", "water\n").tell(ConsoleSink.to(flushed), Status.COMPLETED);

    assertThat(seen).containsExactly("Still ", "water\n", "");
  }

  @Test
  void answerWithoutALastLineBreakGetsOne() throws IOException {
    Answer.of("Hi").tell(ConsoleSink.to(out), Status.COMPLETED);

    assertThat(written()).isEqualTo("Hi\n");
  }

  @Test
  void emptyAnswerPrintsNothing() throws IOException {
    Answer.of().tell(ConsoleSink.to(out), Status.COMPLETED);

    assertThat(written()).isEmpty();
  }

  @Test
  void oneCodeBlockIsPrintedWithoutStyles() throws IOException {
    ConsoleSink sink = ConsoleSink.to(out).extracting(CodeSelection.parse("sh"));
    Answer.of("# So:\n```s", "h\n# one\u001b\n``", "`\nthat.")
        .tell(sink.shownAs(new OutputStyle(OutputStyle.Device.TERMINAL, true)), Status.COMPLETED);

    assertThat(written()).isEqualTo("# one␛\n");
  }

  @Test
  void withoutTheCodeBlockTheWholeAnswerIsPrintedAtItsEnd() throws IOException {
    Answer.of("No", " code")
        .tell(ConsoleSink.to(out).extracting(CodeSelection.first()), Status.COMPLETED);

    assertThat(written()).isEqualTo("No code\n");
  }

  @Test
  void theCodeBlockOfEachFurtherChoiceIsPrintedToo() throws IOException {
    Answer.ofDeltas(new Delta.Text(0, "```\na\n```\nx"), new Delta.Text(1, "y\n```\nb\n```"))
        .tell(ConsoleSink.to(out).extracting(CodeSelection.last()), Status.COMPLETED);

    assertThat(written()).isEqualTo("a\n--- choice 1 ---\nb\n");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPLETED")
  void answerThatDidNotCompleteIsMarkedOnALineOfItsOwn(Status status) throws IOException {
    Answer.of("Half a").tell(ConsoleSink.to(out), status);

    assertThat(written()).isEqualTo("Half a\n[" + status.text() + "]\n");
  }

  @Test
  void markCanGoElsewhereOrNowhere() throws IOException {
    var notices = new ByteArrayOutputStream();
    Answer.of("Half").tell(ConsoleSink.to(out).markingOn(notices), Status.STOPPED);
    Answer.of(" done").tell(ConsoleSink.to(out).unmarked(), Status.STOPPED);

    assertThat(written()).isEqualTo("Half\n done\n");
    assertThat(notices.toString(UTF_8)).isEqualTo("[stopped]\n");
  }

  @Test
  void otherChoicesFollowHeadedAfterTheEnd() throws IOException {
    new Answer()
        .then(new Delta.Text(1, "B1 "), new Delta.Text(0, "A1 "))
        .then(new Delta.Text(2, "C\n"), new Delta.Text(0, "A2"))
        .then(new Delta.Text(1, "B2"))
        .tell(ConsoleSink.to(out), Status.COMPLETED);

    assertThat(written()).isEqualTo("A1 A2\n--- choice 1 ---\nB1 B2\n--- choice 2 ---\nC\n");
  }

  @Test
  void refusalIsShownWhereThereIsNoText() throws IOException {
    new Answer()
        .then(new Delta.Refusal(0, "I'd rather "), new Delta.Refusal(1, "unseen"))
        .then(new Delta.Refusal(0, "not."), new Delta.Text(1, "Sure."))
        .tell(ConsoleSink.to(out), Status.COMPLETED);

    assertThat(written()).isEqualTo("I'd rather not.\n--- choice 1 ---\nSure.\n");
  }

  @Test
  void whatIsNoTextPrintsNothing() throws IOException {
    new Answer()
        .then()
        .then(new Delta.Other(0, Place.CHUNK, "x", new Json("1")))
        .then(new Delta.Reasoning(0, "hm"), new Delta.Finish(0, FinishReason.STOP))
        .tell(ConsoleSink.to(out), Status.COMPLETED);

    assertThat(written()).isEmpty();
  }

  @Test
  void everyCutOfSurrogatePairsGivesTheSameBytes() throws IOException {
    String text = "a\ud83d\ude00\ud83c\udde8\ud83c\udded é€";
    for (int cut = 0; cut <= text.length(); cut++) {
      out.reset();
      Answer.of(text.substring(0, cut), text.substring(cut))
          .tell(ConsoleSink.to(out), Status.COMPLETED);

      assertThat(written()).isEqualTo(text + "\n");
    }
  }

  @Test
  void halfPairsThatStayAloneAreReplaced() throws IOException {
    Answer.of("a\ud83d", "b\ude00", "c\ud83d").tell(ConsoleSink.to(out), Status.COMPLETED);

    assertThat(written()).isEqualTo("a\uFFFDb\uFFFDc\uFFFD\n");
  }

  @Test
  void pipesGetControlCharactersVerbatim() throws IOException {
    Answer.of("\u001b[31mred\r\n").tell(ConsoleSink.to(out), Status.COMPLETED);

    assertThat(written()).isEqualTo("\u001b[31mred\r\n");
  }

  @Test
  void terminalsGetControlCharactersAsSymbolsWhereverTheyAreCut() throws IOException {
    String text = "\u001b[2J\u0007\u0000\u007f\u009b31m\u202eevil\u2066\r1\r\n2\ttab\u200f\r";
    String visible = "␛[2J␇␀␡\uFFFD31m\uFFFDevil\uFFFD␍1\n2\ttab\u200f␍\n";
    for (int cut = 0; cut <= text.length(); cut++) {
      out.reset();
      Answer.of(text.substring(0, cut), text.substring(cut))
          .tell(ConsoleSink.to(out).toTerminal(), Status.COMPLETED);

      assertThat(written()).isEqualTo(visible);
    }
  }

  @Test
  void terminalsGetTheOtherChoicesAndRefusalsAsSymbolsToo() throws IOException {
    new Answer()
        .then(new Delta.Refusal(0, "\u001bno"), new Delta.Text(1, "\u001bc\r"))
        .tell(ConsoleSink.to(out).toTerminal(), Status.COMPLETED);

    assertThat(written()).isEqualTo("␛no\n--- choice 1 ---\n␛c␍\n");
  }

  @Test
  void brokenPipeIsSeenAtTheDeltaThatHitsIt() {
    var broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    assertThatIOException()
        .isThrownBy(() -> Answer.of("a").tell(ConsoleSink.to(broken), Status.COMPLETED))
        .withMessage("Broken pipe");
    assertThatIOException()
        .isThrownBy(
            () -> Answer.of("a").tell(ConsoleSink.to(new PrintStream(broken)), Status.COMPLETED))
        .withMessage("the output was closed, or takes nothing more");
  }

  @Test
  void theWordThatIsHeldIsPrintedBeforeAThoughtAndAtTheEnd() throws IOException {
    ConsoleSink console = ConsoleSink.to(out).toTerminal().wrappedAt(() -> 20).unmarked();
    ReasoningSink thoughts = ReasoningSink.to(out).interrupting(console);
    for (Delta delta :
        List.of(
            new Delta.Text(0, "one two"),
            new Delta.Reasoning(0, "hm"),
            new Delta.Text(0, " three"))) {
      Chunk chunk = ChunkBuilder.of(delta).build();
      thoughts.onChunk(chunk);
      console.onChunk(chunk);
    }
    console.onEnd(Outcome.builder(Status.STOPPED).build());

    assertThat(written()).isEqualTo("one two\nhm\n\n three\n");
  }

  @Test
  void theWordThatIsHeldIsPrintedWhenTheModelCallsATool() throws IOException {
    ConsoleSink console = ConsoleSink.to(out).toTerminal().wrappedAt(() -> 20);
    console.onChunk(ChunkBuilder.of(new Delta.Text(0, "one two")).build());
    assertThat(written()).isEqualTo("one");

    console.onChunk(
        ChunkBuilder.of(new Delta.ToolCall(0, 0, "id", "rain", "{}", Map.of())).build());
    assertThat(written()).isEqualTo("one two");
  }

  @Test
  void aTerminalListsThePagesThatAreCitedAndAPipeDoesNot() throws IOException {
    Answer cited =
        Answer.of("So [1].")
            .then(
                new Delta.Other(0, Place.CHUNK, "citations", new Json("[\"https://a.example/\"]")));
    cited.tell(ConsoleSink.to(out), Status.COMPLETED);
    assertThat(written()).isEqualTo("So [1].\n");

    cited.tell(ConsoleSink.to(out).toTerminal(), Status.COMPLETED);
    assertThat(written()).endsWith("So [1].\n\nSources:\n1. https://a.example/\n");
  }

  @Test
  void whatItWasHandedStaysOpen() throws IOException {
    var closes = new ArrayList<String>();
    var handed =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closes.add("closed");
          }
        };
    try (var sink = ConsoleSink.to(handed)) {
      Answer.of("a").tell(sink, Status.COMPLETED);
    }

    assertThat(closes).isEmpty();
  }

  private String written() {
    return out.toString(UTF_8);
  }
}
