package io.sluice.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "999, 999 ms",
    "1000, 1.0 s",
    "4999, 4.9 s",
    "59999, 59.9 s",
    "125000, 2 min 5 s"
  })
  void timesAreRoundedDown(long milliseconds, String expected) {
    assertThat(Figures.time(Duration.ofMillis(milliseconds))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"82, 2000, 41 tok/s", "3, 2000, 1.5 tok/s", "1, 2000, ''", "5, 0, ''"})
  void aRateNeedsTimeAndTokens(long tokens, long milliseconds, String expected) {
    assertThat(Figures.rate(tokens, Duration.ofMillis(milliseconds))).isEqualTo(expected);
  }

  @Test
  void growingSecondsKeepTheirUnit() {
    assertThat(Figures.seconds(Duration.ofMillis(412))).isEqualTo("0.4 s");
  }
}
