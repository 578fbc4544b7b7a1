package io.sluice.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GapsTest {
  private final Gaps gaps = new Gaps();
  private long at;

  @Test
  void threeTimesTheMedianStandsOutOnceThereIsOne() {
    assertThat(after(300)).isFalse();
    assertThat(after(300)).isFalse();
    for (int gap = 0; gap < 3; gap++) {
      assertThat(after(10)).isFalse();
    }
    assertThat(after(29)).isFalse();
    assertThat(after(30)).isTrue();
    assertThat(after(10)).isFalse();
  }

  @Test
  void aSecondStandsOutFromTheFirstChunkOn() {
    assertThat(after(1000)).isTrue();
    assertThat(after(999)).isFalse();
    assertThat(after(1000)).isTrue();
  }

  @Test
  void noiseDoesNotStandOutHoweverQuickTheRest() {
    for (int gap = 0; gap < 10; gap++) {
      after(0);
    }
    assertThat(after(19)).isFalse();
    assertThat(after(20)).isTrue();
  }

  @Test
  void theMedianFollowsTheStream() {
    for (int gap = 0; gap < 100; gap++) {
      after(10);
    }
    for (int gap = 0; gap < 100; gap++) {
      after(100);
    }
    assertThat(after(299)).isFalse();
    assertThat(after(300)).isTrue();
  }

  private boolean after(long milliseconds) {
    at += milliseconds;
    return gaps.add(Duration.ofMillis(at));
  }
}
