package io.sluice.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {

  @Test
  void theLineHasWhatWasAddedInOrder() {
    String line =
        new ProgressLine()
            .share(6204, 10_000)
            .some(12, "failed")
            .some(0, "lost")
            .count(0, "under way")
            .left(Duration.ofMinutes(9))
            .toString();

    assertThat(line)
        .isEqualTo("█████████░░░░░░░ 6,204 / 10,000 · 12 failed · 0 under way · ~9 min left");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "1, 1 s",
    "99000, 99 s",
    "99001, 2 min",
    "120000, 2 min",
    "7140000, 119 min",
    "7141000, 2.0 h"
  })
  void aTimeHasOneUnitAndIsRoundedUp(long millis, String text) {
    assertThat(ProgressLine.time(Duration.ofMillis(millis))).isEqualTo(text);
  }
}
