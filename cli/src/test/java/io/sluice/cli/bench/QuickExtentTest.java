package io.sluice.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickExtentTest {

  /** Tokens and milliseconds of the first answer, and how long each level lasts then. */
  @ParameterizedTest
  @CsvSource({
    "8, 200, 6000", // A short answer.
    "128, 1500, 8280", // A quick server: an answer at 20 tokens a second still fits.
    "128, 12800, 15360", // Ten tokens a second: one answer fits, so that this is seen.
    "128, 60000, 20000", // Longer than anybody waits.
    "40, 0, 20000" // The first answer did not end.
  })
  void aLevelIsLongEnoughForAnAnswer(long tokens, double millis, long expected) {
    assertThat(QuickExtent.after(tokens, millis).time().toMillis()).isEqualTo(expected);
    assertThat(QuickExtent.after(tokens, millis).warmUpRequests(64)).isZero();
    assertThat(QuickExtent.after(tokens, millis).warmUpTime()).isZero();
  }
}
