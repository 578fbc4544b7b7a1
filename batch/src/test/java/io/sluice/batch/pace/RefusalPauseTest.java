package io.sluice.batch.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RefusalPauseTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final RefusalPause pause = new RefusalPause(Duration.ofMinutes(2), new Random(1), 0);

  @Test
  void itLastsAsLongAsTheServerAsks() {
    pause.refused(Optional.of(Duration.ofSeconds(20)), 0, SECOND);

    assertThat(pause.until()).isBetween(21 * SECOND, 22 * SECOND);
  }

  @Test
  void itDoublesWhereTheServerAsksForNothing() {
    long now = 0;
    for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      pause.refused(Optional.empty(), now, now);
      long length = pause.until() - now;
      assertThat(length).isBetween(seconds * SECOND / 2, seconds * SECOND);
      now = pause.until();
    }
  }

  @Test
  void refusalsOfWhatWasUnderWayTogetherCountAsOne() {
    pause.refused(Optional.empty(), 0, 0);
    long first = pause.until();
    pause.refused(Optional.empty(), 0, 1);
    pause.refused(Optional.empty(), 0, 2);

    assertThat(pause.until()).isEqualTo(first);
  }

  @Test
  void patienceCountsFromTheFirstRefusalAfterAnAnswer() {
    pause.refused(Optional.empty(), 0, 119 * SECOND);
    assertThat(pause.isOutOfPatience(119 * SECOND)).isFalse();
    pause.answered();
    pause.refused(Optional.empty(), 300 * SECOND, 300 * SECOND);

    assertThat(pause.isOutOfPatience(420 * SECOND)).isFalse();
    assertThat(pause.isOutOfPatience(421 * SECOND)).isTrue();
  }

  @Test
  void aPauseThatEndsBeyondThePatienceIsNotWaitedFor() {
    pause.refused(Optional.of(Duration.ofDays(1)), 0, SECOND);

    assertThat(pause.isOutOfPatience(SECOND)).isTrue();
  }

  @Test
  void automaticConcurrencyGrowsByOneARoundAndIsHalvedOnceForAllUnderWay() {
    Concurrency concurrency = Concurrency.automatic();
    for (int i = 0; i < 8; i++) {
      concurrency.answered();
    }
    assertThat(concurrency.limit()).isEqualTo(9);

    concurrency.overloaded(0, 5);
    concurrency.overloaded(1, 6);
    assertThat(concurrency.limit()).isEqualTo(4);

    concurrency.overloaded(7, 8);
    assertThat(concurrency.limit()).isEqualTo(2);
  }
}
