package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {
  private static final int MANY = 10_000;
  private static final double RATE = 50;

  @ParameterizedTest
  @ValueSource(strings = {"constant", "poisson", "gamma:0.5", "gamma:4"})
  void aScheduleIsTheSameForTheSameSeedAndMeetsTheRate(String kind) {
    Arrival arrival = Arrival.parse(kind);

    long[] moments = arrival.schedule(RATE, MANY, 7);

    assertThat(moments).isSorted().isEqualTo(arrival.schedule(RATE, MANY, 7));
    assertThat(moments[0]).isZero();
    assertThat(moments[MANY - 1] / 1e9).isCloseTo(MANY / RATE, within(MANY / RATE * 0.01));
    assertThat(arrival).hasToString(kind);
  }

  @Test
  void anotherSeedGivesOtherMoments() {
    assertThat(Arrival.poisson().schedule(RATE, MANY, 7))
        .isNotEqualTo(Arrival.poisson().schedule(RATE, MANY, 8));
  }

  /** Ten classes that are equally likely; the bound of 9 degrees of freedom at 1 % is 21.666. */
  @Test
  void poissonDelaysAreExponential() {
    double[] delays = delays(Arrival.poisson().schedule(RATE, MANY, 1));
    double mean = Arrays.stream(delays).average().orElseThrow();
    int[] seen = new int[10];
    for (double delay : delays) {
      seen[(int) Math.min(9, 10 * (1 - Math.exp(-delay / mean)))]++;
    }
    double expected = delays.length / 10.0;
    double chiSquare =
        Arrays.stream(seen).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();

    assertThat(chiSquare).isLessThan(21.666);
  }

  /** The variance of gamma delays is the squared mean divided by the shape. */
  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5, 1, 4})
  void theShapeOfGammaDelaysIsTheirRegularity(double shape) {
    double[] delays = delays(Arrival.gamma(shape).schedule(RATE, 100_000, 3));
    double mean = Arrays.stream(delays).average().orElseThrow();
    double variance =
        Arrays.stream(delays).map(delay -> (delay - mean) * (delay - mean)).average().orElseThrow();

    assertThat(mean * mean / variance).isCloseTo(shape, within(shape * 0.05));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "poison", "gamma", "gamma:", "gamma:x", "gamma:0", "gamma:-1"})
  void whatIsNoArrivalIsRefusedWithTheRemedy(String text) {
    assertThatThrownBy(() -> Arrival.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use constant, poisson or gamma:SHAPE");
  }

  private static double[] delays(long[] moments) {
    return IntStream.range(1, moments.length)
        .mapToDouble(i -> moments[i] - moments[i - 1])
        .toArray();
  }
}
