package io.sluice.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sluice.accumulate.FinishedChoices;
import io.sluice.chat.Role;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Status;
import io.sluice.stream.TestChunk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule for the end of a stream, against what had been seen by then. */
class VerdictTest {

  private static final Failure REFUSED =
      new Failure.Provider(Optional.empty(), Optional.empty(), "no");
  private static final End SILENT = new End.Silent(Failure.Timer.IDLE, Duration.ofSeconds(60));
  private static final List<Chunk> NOTHING = List.of();
  private static final List<Chunk> OPEN = List.of(TestChunk.text("x"));
  private static final List<Chunk> FINISHED = List.of(TestChunk.text("x"), TestChunk.finish(0));
  private static final List<Chunk> ONE_OF_TWO =
      List.of(TestChunk.of(new Delta.Text(0, "x"), new Delta.Text(1, "y")), TestChunk.finish(1));

  static Stream<Arguments> rules() {
    return Stream.of(
        arguments("an error", new End.Failed(REFUSED), OPEN, "failed: no"),
        arguments("an error after the finish", new End.Failed(REFUSED), FINISHED, "failed: no"),
        arguments("done", new End.Done(), FINISHED, "completed"),
        arguments("done, some open", new End.Done(), ONE_OF_TWO, "completed"),
        arguments("done, no finish", new End.Done(), OPEN, "completed despite MISSING_FINISH"),
        arguments(
            "done, nothing",
            new End.Done(),
            NOTHING,
            "failed: the server ended the stream without any answer; ask again"),
        arguments(
            "done, a role alone",
            new End.Done(),
            List.of(TestChunk.of(new Delta.Role(0, Role.ASSISTANT), new Delta.Text(0, ""))),
            "failed: the server ended the stream without any answer; ask again"),
        arguments("closed", new End.Closed(), FINISHED, "completed despite MISSING_DONE"),
        arguments("cut", new End.Cut("reset"), FINISHED, "completed despite CUT_AFTER_FINISH"),
        arguments("silence", SILENT, FINISHED, "completed despite SILENCE_AFTER_FINISH"),
        arguments(
            "silence too early",
            SILENT,
            ONE_OF_TWO,
            "timed_out: the next part of the answer took longer than 60 s;"
                + " raise the idle timeout"),
        arguments(
            "closed too early",
            new End.Closed(),
            OPEN,
            "truncated: the answer is cut off: the server ended the body without a finish"),
        arguments(
            "closed with one choice open",
            new End.Closed(),
            ONE_OF_TWO,
            "truncated: the answer is cut off: the server ended the body without a finish"),
        arguments(
            "closed before anything",
            new End.Closed(),
            NOTHING,
            "truncated: the answer is cut off: the server ended the body without a finish"),
        arguments(
            "cut too early",
            new End.Cut("connection reset"),
            OPEN,
            "truncated: the answer is cut off: connection reset"),
        arguments(
            "a record", new End.Recorded(Status.STOPPED, Optional.empty()), FINISHED, "stopped"),
        arguments(
            "a failed record",
            new End.Recorded(Status.FAILED, Optional.of(REFUSED)),
            FINISHED,
            "failed: no"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theFirstRuleThatAppliesJudges(String end, End reason, List<Chunk> chunks, String judgement) {
    var choices = new FinishedChoices();
    chunks.forEach(choices::add);

    assertThat(said(Verdict.of(reason, choices))).as(end).isEqualTo(judgement);
  }

  private static String said(Verdict verdict) {
    return verdict.status().word()
        + verdict.failure().map(failure -> ": " + failure.message()).orElse("")
        + verdict.forgiven().map((Kind kind) -> " despite " + kind).orElse("");
  }
}
