package io.sluice.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DistributionTest {

  @RepeatedTest(20)
  void percentilesAreThoseOfTheSortedTimesToThreeDigits(RepetitionInfo repetition) {
    double[] millis = times(repetition);
    Distribution distribution = of(millis);
    Arrays.sort(millis);

    for (Percentile each : Percentile.values()) {
      int rank = (int) Math.ceil(each.percent() / 100 * millis.length);
      double exact = millis[Math.max(0, rank - 1)];
      assertThat(distribution.percentile(each.percent()))
          .isCloseTo(exact, within(exact * 0.002 + 0.001));
    }
    assertThat(distribution.count()).isEqualTo(millis.length);
  }

  @RepeatedTest(20)
  void twoHalvesAddUpToTheWhole(RepetitionInfo repetition) {
    double[] millis = times(repetition);
    int half = millis.length / 2;
    Distribution first = of(Arrays.copyOfRange(millis, 0, half));
    Distribution second = of(Arrays.copyOfRange(millis, half, millis.length));

    first.add(second);

    assertThat(first).isEqualTo(of(millis)).hasSameHashCodeAs(of(millis));
  }

  @RepeatedTest(20)
  void whatIsWrittenIsReadAgain(RepetitionInfo repetition) {
    Distribution distribution = of(times(repetition));

    Distribution read = Distribution.decoded(distribution.encoded());

    assertThat(read).isEqualTo(distribution);
    read.add(Duration.ofMinutes(50).toNanos());
    assertThat(read.count()).isEqualTo(distribution.count() + 1);
  }

  @Test
  void aTimeThatOccurredOftenCountsSoOften() {
    Distribution distribution = Distribution.empty();
    distribution.add(2_000_000.0, 99);
    distribution.add(50_000_000L);

    assertThat(distribution.count()).isEqualTo(100);
    assertThat(distribution.percentile(99)).isCloseTo(2, within(0.01));
    assertThat(distribution.max()).isCloseTo(50, within(0.1));
  }

  @Test
  void timesOutOfRangeCountAsTheNearestInRange() {
    Distribution distribution = Distribution.empty();
    distribution.add(-5);
    distribution.add(Duration.ofHours(5).toNanos());

    assertThat(distribution.percentile(0)).isZero();
    assertThat(distribution.max()).isCloseTo(3_600_000, within(4000.0));
  }

  @Test
  void anEmptyDistributionSaysZero() {
    assertThat(Distribution.empty().median()).isZero();
    assertThat(Distribution.empty().mean()).isZero();
    assertThat(Distribution.empty().max()).isZero();
  }

  @Test
  void whatIsNoHistogramIsRefused() {
    assertThatThrownBy(() -> Distribution.decoded("bm90aGluZw=="))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Distribution.decoded("{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rarePercentilesNeedManySamples() {
    assertThat(Percentile.of(99)).doesNotContain(Percentile.P99);
    assertThat(Percentile.of(100)).contains(Percentile.P99).doesNotContain(Percentile.P999);
    assertThat(Percentile.of(1000)).contains(Percentile.P999);
    assertThat(Percentile.of(0)).isEmpty();
  }

  private static double[] times(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    return random
        .doubles(1 + random.nextInt(3000))
        .map(each -> Math.exp(each * 12) / 100)
        .toArray();
  }

  private static Distribution of(double[] millis) {
    Distribution distribution = Distribution.empty();
    Arrays.stream(millis).forEach(each -> distribution.add(Math.round(each * 1e6)));
    return distribution;
  }
}
