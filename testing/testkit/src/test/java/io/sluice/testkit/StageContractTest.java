package io.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.json.ChunkBuilder;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A stage that neglects a duty fails the test of that duty, which says so. */
class StageContractTest {

  @Test
  void aStageThatDoesItsDutiesPasses() throws Throwable {
    StageContract good = contract(Holding::new, 10_000);
    for (Executable duty :
        new Executable[] {
          good::s1ItCopesWithWhateverAStreamMayHold,
          good::s1ItCopesWithSilenceAtAnyMoment,
          good::s2ItKeepsTheSumUnlessItSaysThatItDoesNot,
          good::s3AnyCutsGiveTheSameAnswer,
          good::s4TheJsonOfAChunkSaysWhatTheChunkSays,
          good::s5ARetryBeginsAnew,
          good::s6RunsShareNothing,
          good::s7ItHoldsBackNoMoreThanItSays,
          good::s8ItGivesWhatItHoldsAtAnyEndAndNothingAfterIt
        }) {
      assertThatCode(duty::execute).doesNotThrowAnyException();
    }
  }

  @Test
  void s1IsMissedByOneThatExpectsADelta() {
    assertNeglected(
        contract(() -> (chunk, outlet) -> chunk.deltas().get(0), 0)
            ::s1ItCopesWithWhateverAStreamMayHold,
        "S1: what the stage threw at a stream with an empty chunk");
  }

  @Test
  void s1IsMissedByOneThatExpectsAChunkBeforeSilence() {
    assertNeglected(
        contract(
                () ->
                    new Holding() {
                      @Override
                      public boolean onIdle(Duration silence) {
                        throw new IllegalStateException("nothing came yet");
                      }
                    },
                10_000)
            ::s1ItCopesWithSilenceAtAnyMoment,
        "S1: what the stage threw at silence in a stream with");
  }

  @Test
  void s2IsMissedByOneThatPassesTextAlone() {
    assertNeglected(
        contract(() -> (chunk, outlet) -> outlet.pass(Chunks.text(chunk.text())), 0)
            ::s2ItKeepsTheSumUnlessItSaysThatItDoesNot,
        "S2: the sum behind the stage");
  }

  @Test
  void s3IsMissedByOneThatLooksAtOneDeltaAtATime() {
    assertNeglected(
        contract(
                () ->
                    new Changing() {
                      @Override
                      public void onChunk(Chunk chunk, Outlet outlet) {
                        outlet.pass(Chunks.text(chunk.text().replace("Smith", "S.")));
                      }
                    },
                0)
            ::s3AnyCutsGiveTheSameAnswer,
        "S3: a text of prose");
  }

  @Test
  void s4IsMissedByOneThatKeepsThePayload() {
    assertNeglected(
        contract(
                () ->
                    new Changing() {
                      @Override
                      public void onChunk(Chunk chunk, Outlet outlet) {
                        outlet.pass(
                            ChunkBuilder.of(new Delta.Text(0, "other"))
                                .payload(chunk.json())
                                .build());
                      }
                    },
                0)
            ::s4TheJsonOfAChunkSaysWhatTheChunkSays,
        "S4: the JSON of a chunk");
  }

  @Test
  void s5IsMissedByOneThatRemembersAcrossARetry() {
    assertNeglected(
        contract(
                () ->
                    new Holding() {
                      @Override
                      public void onRetry(Retry retry) {}
                    },
                0)
            ::s5ARetryBeginsAnew,
        "S5: what was passed after a retry");
  }

  @Test
  void s6IsMissedByOneStageForAllRuns() {
    Stage one = new Holding();
    assertNeglected(contract(() -> one, 0)::s6RunsShareNothing, "S6: what was passed");
  }

  @Test
  void s7IsMissedByOneThatHoldsMoreThanItSays() {
    assertNeglected(
        contract(Holding::new, 100)::s7ItHoldsBackNoMoreThanItSays, "S7: the characters held back");
  }

  @Test
  void s8IsMissedByOneThatKeepsWhatItHolds() {
    assertNeglected(
        contract(
                () ->
                    new Holding() {
                      @Override
                      public void onEnd(Outcome outcome, Outlet outlet) {}
                    },
                0)
            ::s8ItGivesWhatItHoldsAtAnyEndAndNothingAfterIt,
        "S8: the text of an answer that ended as");
  }

  @Test
  void s8IsMissedByOneThatCannotBeClosed() {
    assertNeglected(
        contract(
                () ->
                    new Holding() {
                      @Override
                      public void close() {
                        throw new IllegalStateException("never opened");
                      }
                    },
                0)
            ::s8ItGivesWhatItHoldsAtAnyEndAndNothingAfterIt,
        "never opened");
  }

  private static void assertNeglected(Executable duty, String message) {
    assertThatThrownBy(duty::execute).hasMessageContaining(message);
  }

  private static StageContract contract(Supplier<Stage> stages, int longest) {
    return new StageContract() {
      @Override
      protected Supplier<Stage> stage() {
        return stages;
      }

      @Override
      protected int longestHeldBack() {
        return longest;
      }
    };
  }

  private abstract static class Changing implements Stage {
    @Override
    public boolean keepsTheSum() {
      return false;
    }
  }

  /** Holds the visible text of choice 0 until the choice goes on with something else. */
  private static class Holding implements Stage {
    private final StringBuilder held = new StringBuilder();

    @Override
    public void onRetry(Retry retry) {
      held.setLength(0);
    }

    @Override
    public void onChunk(Chunk chunk, Outlet outlet) {
      boolean textAlone =
          !chunk.text().isEmpty() && chunk.deltas().size() == 1 && chunk.usage().isEmpty();
      if (textAlone) {
        held.append(chunk.text());
        outlet.wakeAfter(Duration.ofHours(1));
      } else {
        give(outlet);
        outlet.pass(chunk);
      }
    }

    @Override
    public void onWake(Outlet outlet) {
      give(outlet);
    }

    @Override
    public void onEnd(Outcome outcome, Outlet outlet) {
      give(outlet);
    }

    private void give(Outlet outlet) {
      if (held.length() > 0) {
        outlet.pass(Chunks.text(held.toString()));
        held.setLength(0);
      }
    }
  }
}
