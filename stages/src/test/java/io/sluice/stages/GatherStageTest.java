package io.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.stage.Stage;
import io.sluice.stream.Status;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.StageContract;
import io.sluice.testkit.StageRun;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GatherStageTest extends StageContract {

  private static final Duration TIME = Duration.ofMillis(100);

  @Override
  protected Supplier<Stage> stage() {
    return Stages.gather(Gathering.time(TIME));
  }

  @Override
  protected int longestHeldBack() {
    return Gathering.MOST_BYTES + 9;
  }

  @Test
  void deltasArePassedTogetherWhenTheTimeOfTheFirstIsOver() {
    StageRun run = StageRun.open(stage()).text("a").after(Duration.ofMillis(60)).text("b");
    run.after(Duration.ofMillis(39));
    assertThat(run.passed()).isEmpty();
    run.after(Duration.ofMillis(1));
    assertThat(run.texts()).containsExactly("ab");
    run.text("c").after(TIME);
    assertThat(run.texts()).containsExactly("ab", "c");
  }

  @Test
  void deltasArePassedTogetherWhenTheyHaveTheBytes() {
    StageRun run = StageRun.open(Stages.gather(Gathering.bytes(4)));
    run.text("a").text("\u00e9").text("b").text("\ud83d\ude00").text("\u4f60").text("c");
    assertThat(run.texts()).containsExactly("a\u00e9b", "\ud83d\ude00", "\u4f60c");
  }

  @Test
  void deltasArePassedTogetherWhenTheyHaveTheTokens() {
    StageRun run = StageRun.open(Stages.gather(Gathering.tokens(3)));
    run.text("Hel").text("lo wor").text("ld, my").text(" friend");
    assertThat(run.texts()).containsExactly("Hello world, my");
    assertThat(run.end(Status.STOPPED).texts()).endsWith(" friend");
  }

  @Test
  void theFinishAndTheUsageWaitForNothing() {
    StageRun run = StageRun.open(stage()).text("a").chunk(Chunks.finish());
    assertThat(run.passed()).hasSize(1);
    run.chunk(Chunks.usage(1, 2));
    assertThat(run.passed()).hasSize(2);
  }

  @Test
  void aLimitIsWithinItsBounds() {
    assertThatThrownBy(() -> Gathering.bytes(65_537))
        .hasMessage("the bytes to gather are 65537; use 1 to 65536");
    assertThatThrownBy(() -> Gathering.tokens(0)).hasMessageContaining("use 1 or more");
    assertThatThrownBy(() -> Gathering.time(Duration.ZERO)).hasMessageContaining("use 1ms or more");
  }
}
