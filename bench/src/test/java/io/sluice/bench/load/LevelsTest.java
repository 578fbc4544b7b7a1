package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 6, 17, 63, 64})
  void theSearchFindsTheGreatestNumberThatIsServedWell(int capacity) {
    var search = new StreamSearch(64);
    List<Integer> tried = new ArrayList<>();
    OptionalInt next = search.next();
    while (next.isPresent()) {
      tried.add(next.getAsInt());
      if (next.getAsInt() <= capacity) {
        search.servedWell(next.getAsInt());
      } else {
        search.servedBadly(next.getAsInt());
      }
      next = search.next();
    }

    assertThat(search.found()).isEqualTo(capacity);
    assertThat(search.isBounded()).isEqualTo(capacity < 64);
    assertThat(tried).doesNotHaveDuplicates().hasSizeLessThan(14);
    assertThat(tried.get(0)).isEqualTo(1);
  }

  @Test
  void aSweepGoesFromOneStreamToSaturationAndThenOverTheRatesBetween() {
    var sweep = new Sweep(5, 64);
    List<String> labels = new ArrayList<>();
    double rate = 2;
    Optional<LoadLevel> level = sweep.next();
    while (level.isPresent()) {
      labels.add(level.get().label());
      sweep.reached(new Sweep.Reached(rate, 100, rate, rate));
      rate = 10;
      level = sweep.next();
    }

    assertThat(labels).containsExactly("1 at once", "64 at once", "4/s", "6/s", "8/s");
  }

  /** A server that answers forty a second with 64 streams, and every rate below that. */
  @Test
  void aSweepOfAServerThatKeepsUpGoesOverAllRates() {
    var sweep = new Sweep(8, 64);
    int levels = 0;
    Optional<LoadLevel> level = sweep.next();
    while (level.isPresent()) {
      levels++;
      double rate = level.get() instanceof LoadLevel.Open open ? open.rate() : 40;
      rate = levels == 1 ? 1 : Math.min(rate, 40);
      sweep.reached(new Sweep.Reached(rate, 100, rate, rate));
      level = sweep.next();
    }

    assertThat(levels).isEqualTo(8);
  }

  @Test
  void aSweepStopsWhenFirstTokensAndRequestsUnderWayBothRise() {
    Sweep sweep = swept(new Sweep.Reached(4, 100, 4, 4), new Sweep.Reached(6, 400, 30, 6));

    assertThat(sweep.isOverloaded()).isTrue();
    assertThat(sweep.next()).isEmpty();
  }

  @Test
  void aSweepStopsWhenLessThanHalfOfTheGoodputIsLeft() {
    assertThat(
            swept(new Sweep.Reached(4, 100, 4, 4), new Sweep.Reached(6, 100, 6, 1)).isOverloaded())
        .isTrue();
  }

  @Test
  void aSweepGoesOnWhileOnlyTheRateRises() {
    assertThat(
            swept(new Sweep.Reached(4, 100, 4, 4), new Sweep.Reached(8, 100, 8, 5)).isOverloaded())
        .isFalse();
  }

  /** Rounds of one level are told by its label, so that different rates must not share one. */
  @ParameterizedTest
  @CsvSource({
    "0.001, 0.001/s",
    "0.002, 0.002/s",
    "12.142857, 12.14/s",
    "2.5, 2.5/s",
    "12345, 12345/s",
    "40, 40/s"
  })
  void aRateIsToldToFourDigits(double rate, String label) {
    assertThat(new LoadLevel.Open(rate).label()).isEqualTo(label);
  }

  private static Sweep swept(Sweep.Reached... rates) {
    var sweep = new Sweep(8, 64);
    sweep.reached(new Sweep.Reached(2, 100, 1, 2));
    sweep.reached(new Sweep.Reached(9, 100, 64, 5));
    for (Sweep.Reached rate : rates) {
      sweep.reached(rate);
    }
    return sweep;
  }

  @Test
  void aRampBeginsWithSomeStreamsAndAddsTheOthersEvenly() {
    Ramp ramp = Ramp.parse("2..4/10s");

    assertThat(List.of(ramp.begins(0), ramp.begins(1), ramp.begins(2), ramp.begins(3)))
        .containsExactly(0L, 0L, 5_000_000_000L, 10_000_000_000L);
    assertThat(new Ramp(3, 3, Duration.ofSeconds(1)).begins(2)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1..50", "5..1/10s", "0..5/10s", "1..5/0s", "1-5/10s", ""})
  void whatIsNoRampIsRefused(String text) {
    assertThatThrownBy(() -> Ramp.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"10s, 10, 0, 0", "50, 0, 50, 0", "10%, 0, 0, 0.1", "0%, 0, 0, 0"})
  void aWarmUpIsATimeANumberOrAShare(String text, long seconds, int requests, double share) {
    assertThat(WarmUpRule.parse(text))
        .isEqualTo(new WarmUpRule(Duration.ofSeconds(seconds), requests, share));
  }

  @ParameterizedTest
  @ValueSource(strings = {"100%", "-1", "ten", "x%", ""})
  void whatIsNoWarmUpIsRefused(String text) {
    assertThatThrownBy(() -> WarmUpRule.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10s, 50, 10%");
  }

  @Test
  void theUsualWarmUpIsATenthButTwoRequestsForEachStream() {
    assertThat(Extent.of(1000).warmUpRequests(8)).isEqualTo(100);
    assertThat(Extent.of(100).warmUpRequests(8)).isEqualTo(16);
    assertThat(Extent.of(10).warmUpRequests(8)).isEqualTo(5);
    Extent minute = Extent.of(Duration.ofSeconds(60));
    assertThat(minute.warmUpTime()).isEqualTo(Duration.ofSeconds(6));
    assertThat(minute.warmUpRequests(8)).isEqualTo(16);
    assertThat(minute.warmUp(WarmUpRule.parse("0%")).warmUpRequests(8)).isZero();
  }
}
