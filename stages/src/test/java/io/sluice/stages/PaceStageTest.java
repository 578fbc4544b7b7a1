package io.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.stage.Stage;
import io.sluice.testkit.StageContract;
import io.sluice.testkit.StageRun;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PaceStageTest extends StageContract {

  private static final Duration LATEST = Duration.ofMillis(400);

  @Override
  protected Supplier<Stage> stage() {
    return Stages.pace(LATEST);
  }

  @Override
  protected int longestHeldBack() {
    return PaceStage.MOST_CHUNKS * 9;
  }

  @Test
  void aBurstIsSpreadOverTheTime() {
    StageRun run = StageRun.open(stage()).text("a").text("b").text("c").text("d").text("e");
    assertThat(run.passed()).isEmpty();
    for (int passed = 1; passed <= 5; passed++) {
      run.after(passed == 1 ? Duration.ZERO : Duration.ofMillis(100));
      assertThat(run.texts()).hasSize(passed);
    }
  }

  @Test
  void aChunkThatComesAloneDoesNotWait() {
    StageRun run = StageRun.open(stage()).text("a").after(Duration.ZERO);
    assertThat(run.texts()).containsExactly("a");
    run.after(Duration.ofSeconds(5)).text("b").after(Duration.ZERO);
    assertThat(run.texts()).containsExactly("a", "b");
  }

  @Test
  void noChunkIsLaterThanTheBoundHoweverManyCome() {
    StageRun run = StageRun.open(stage());
    for (int millis = 0; millis < 2000; millis++) {
      run.text("x").text("y").after(Duration.ofMillis(1));
      assertThat(run.texts().size()).isGreaterThanOrEqualTo(2 * (millis - 400));
    }
    run.after(LATEST);
    assertThat(run.texts()).hasSize(4000);
  }

  @Test
  void theTimeIsWithinItsBounds() {
    assertThatThrownBy(() -> Stages.pace(Duration.ofMinutes(1)))
        .hasMessage("the time to pace is PT1M; use 1ms to 10s");
  }
}
