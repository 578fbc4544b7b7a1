package io.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.sluice.json.ChunkReader;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The duties of a stage, S1 to S8 of {@code docs/stages.md}, as tests that a stage's test class
 * inherits. That class only says how to make the stage and how much it holds back. No test waits:
 * the clock moves when a test says so.
 */
public abstract class StageContract {

  private static final List<Integer> CUTS = List.of(Integer.MAX_VALUE, 1, 3, 12);

  /** Creates the tests; the extending test class calls this. */
  protected StageContract() {}

  /** Returns a supplier that makes a new stage of the kind under test at each call. */
  protected abstract Supplier<? extends Stage> stage();

  /**
   * The most characters of text, reasoning and refusals that the stage holds back for one choice,
   * however long nothing else comes.
   */
  protected abstract int longestHeldBack();

  /** Checks S1: the stage accepts any stream. */
  @Test
  void s1ItCopesWithWhateverAStreamMayHold() {
    StageTrials.streams()
        .forEach(
            (what, chunks) ->
                assertThatCode(() -> StageRun.of(stage(), chunks))
                    .as("S1: what the stage threw at a stream with " + what)
                    .doesNotThrowAnyException());
  }

  /** Checks S1: the stage accepts at any moment to be asked whether a sink is told of silence. */
  @Test
  void s1ItCopesWithSilenceAtAnyMoment() {
    Duration silence = Duration.ofSeconds(1);
    StageTrials.streams()
        .forEach(
            (what, chunks) ->
                assertThatCode(
                        () -> {
                          StageRun run = StageRun.open(stage());
                          run.idle(silence);
                          chunks.forEach(chunk -> run.chunk(chunk).idle(silence));
                          run.end(Status.COMPLETED).close();
                        })
                    .as("S1: what the stage threw at silence in a stream with " + what)
                    .doesNotThrowAnyException());
  }

  /** Checks S2: what is passed makes the same together as what was given. */
  @Test
  void s2ItKeepsTheSumUnlessItSaysThatItDoesNot() {
    if (!stage().get().keepsTheSum()) {
      return;
    }
    StageTrials.streams()
        .forEach(
            (what, chunks) ->
                assertThat(AnswerSum.of(StageRun.of(stage(), chunks)))
                    .as("S2: the sum behind the stage of a stream with " + what)
                    .isEqualTo(AnswerSum.of(chunks)));
    StageTrials.texts()
        .forEach(
            (what, text) -> {
              List<Chunk> chunks = StageTrials.answer(text, 7, 1);
              assertThat(AnswerSum.of(StageRun.of(stage(), chunks)))
                  .as("S2: the sum behind the stage of a text of " + what)
                  .isEqualTo(AnswerSum.of(chunks));
            });
  }

  /** Checks S3: where the server cut its deltas makes no difference to the answer. */
  @Test
  void s3AnyCutsGiveTheSameAnswer() {
    StageTrials.texts()
        .forEach(
            (what, text) -> {
              AnswerSum whole = sum(StageTrials.answer(text, Integer.MAX_VALUE, 0));
              for (int cut : CUTS) {
                assertThat(sum(StageTrials.answer(text, cut, cut)))
                    .as("S3: a text of " + what + " in deltas of at most " + cut)
                    .isEqualTo(whole);
              }
            });
  }

  /** Checks S4: the JSON of each chunk says what the chunk says. */
  @Test
  void s4TheJsonOfAChunkSaysWhatTheChunkSays() {
    StageTrials.streams()
        .forEach(
            (what, chunks) -> {
              for (Chunk passed : StageRun.of(stage(), chunks)) {
                Chunk read = new ChunkReader().read(passed.json(), passed.at(), forgiven -> {});
                assertThat(AnswerSum.of(List.of(read)))
                    .as("S4: the JSON of a chunk, of a stream with " + what)
                    .isEqualTo(AnswerSum.of(List.of(passed)));
              }
            });
  }

  /** Checks S5: a stage that was told of a retry is as it was in the beginning. */
  @Test
  void s5ARetryBeginsAnew() {
    List<Chunk> answer = StageTrials.answer("All is well. Is it? Yes", 5, 1);
    StageRun again = StageRun.open(stage()).text("A half sentence that <thi").retry();
    int before = again.passed().size();
    answer.forEach(again::chunk);
    again.end(Status.COMPLETED);

    assertThat(texts(again.passed().subList(before, again.passed().size())))
        .as("S5: what was passed after a retry; forget in onRetry what was held")
        .isEqualTo(texts(StageRun.of(stage(), answer)));
  }

  /** Checks S6: two runs at once share nothing. */
  @Test
  void s6RunsShareNothing() {
    List<Chunk> one = StageTrials.answer("One and one make two. Do they? Yes", 4, 1);
    List<Chunk> other = StageTrials.answer("<think>Far away</think>\n1 2 3 4.", 4, 2);
    StageRun first = StageRun.open(stage());
    StageRun second = StageRun.open(stage());
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      one.stream().skip(i).limit(1).forEach(first::chunk);
      other.stream().skip(i).limit(1).forEach(second::chunk);
    }
    first.end(Status.COMPLETED);
    second.end(Status.COMPLETED);

    assertThat(texts(first.passed()))
        .as("S6: what was passed while another run went on; keep no state outside the stage")
        .isEqualTo(texts(StageRun.of(stage(), one)));
    assertThat(texts(second.passed()))
        .as("S6: what was passed while another run went on; keep no state outside the stage")
        .isEqualTo(texts(StageRun.of(stage(), other)));
  }

  /** Checks S7: the stage never holds back more than it says. */
  @Test
  void s7ItHoldsBackNoMoreThanItSays() {
    if (!stage().get().keepsTheSum()) {
      return;
    }
    StageTrials.texts()
        .forEach(
            (what, text) -> {
              StageRun run = StageRun.open(stage());
              int given = 0;
              int passed = 0;
              int counted = 0;
              for (Chunk chunk : StageTrials.answer(text, 9, 3)) {
                run.chunk(chunk);
                given += chunk.text().length();
                for (Chunk out : run.passed().subList(counted, run.passed().size())) {
                  passed += AnswerSum.of(List.of(out)).length();
                }
                counted = run.passed().size();
                assertThat(given - passed)
                    .as("S7: the characters held back of a text of " + what)
                    .isLessThanOrEqualTo(longestHeldBack());
              }
            });
  }

  /** Checks S8: a stopped answer is passed as far as it came, and nothing comes after the end. */
  @Test
  void s8ItGivesWhatItHoldsAtAnyEndAndNothingAfterIt() {
    for (Status status : Status.values()) {
      StageRun run = StageRun.open(stage()).text("All is we").end(status);
      List<Chunk> passed = run.passed();
      run.after(Duration.ofDays(1));
      run.close();

      if (stage().get().keepsTheSum()) {
        assertThat(String.join("", run.texts()))
            .as("S8: the text of an answer that ended as " + status)
            .isEqualTo("All is we");
      }
      assertThat(run.passed()).as("S8: what was passed after the end").isEqualTo(passed);
      assertThat(run.waiting()).as("S8: wake-ups after the end").isZero();
    }
    assertThatCode(() -> stage().get().close())
        .as("S8: close without onOpen")
        .doesNotThrowAnyException();
  }

  private AnswerSum sum(List<Chunk> chunks) {
    return AnswerSum.of(StageRun.of(stage(), chunks));
  }

  private static List<Object> texts(List<Chunk> chunks) {
    List<Object> texts = new ArrayList<>();
    chunks.forEach(chunk -> texts.add(List.of(chunk.deltas(), chunk.usage())));
    return texts;
  }
}
