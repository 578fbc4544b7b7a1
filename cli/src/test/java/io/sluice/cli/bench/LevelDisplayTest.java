package io.sluice.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.Extent;
import io.sluice.bench.run.LevelProgress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LevelDisplayTest {

  @Test
  void aLevelOfATimeShowsItsShareOfThatTime() {
    var now = new LevelProgress(Duration.ofSeconds(15), 1412, 3, 8, 1203.6);

    assertThat(LevelDisplay.line("8 at once", Extent.of(Duration.ofSeconds(60)), now))
        .isEqualTo(
            "8 at once · ████░░░░░░░░░░░░ 15 s / 60 s · 1,412 ended · 3 failed · 8 under way"
                + " · 1,204 tokens/s");
  }

  @Test
  void aLevelOfSomeRequestsShowsHowLongTheRestMayTake() {
    var now = new LevelProgress(Duration.ofSeconds(30), 100, 0, 2, 0);

    assertThat(LevelDisplay.line("2/s, round 2", Extent.of(400), now))
        .isEqualTo("2/s, round 2 · ████░░░░░░░░░░░░ 100 / 400 · 2 under way · ~90 s left");
  }

  @Test
  void nothingThatIsOverOrHasNotBegunHasATimeLeft() {
    var before = new LevelProgress(Duration.ZERO, 0, 0, 0, 0);
    var after = new LevelProgress(Duration.ofSeconds(61), 400, 0, 0, 0);

    assertThat(LevelDisplay.line("1 at once", Extent.of(400), before))
        .isEqualTo("1 at once · ░░░░░░░░░░░░░░░░ 0 / 400 · 0 under way");
    assertThat(LevelDisplay.line("1 at once", Extent.of(400), after))
        .isEqualTo("1 at once · ████████████████ 400 / 400 · 0 under way");
    assertThat(LevelDisplay.line("1 at once", Extent.of(Duration.ofSeconds(60)), after))
        .startsWith("1 at once · ████████████████ 60 s / 60 s · ");
  }
}
