package io.sluice.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.measure.Distribution;
import io.sluice.bench.measure.LevelCounts;
import io.sluice.bench.measure.Metric;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServedWellTest {
  private static final LevelCounts NO_FAILURE =
      new LevelCounts(20, 20, 0, 20, 20, 0, 20, 20, 0, 2000, 0, 0, Map.of());

  /** A level of which some metrics were not measured. */
  private static LevelReport without(LevelReport level, Metric... missing) {
    Map<Metric, Distribution> times = new EnumMap<>(level.times());
    List.of(missing).forEach(times::remove);
    return new LevelReport(
        level.kind(),
        level.value(),
        level.label(),
        level.round(),
        level.seconds(),
        NO_FAILURE,
        level.inFlightMean(),
        level.inFlightPeak(),
        times,
        level.timeline(),
        level.audit(),
        level.reasons());
  }

  private final LevelReport good = without(Reports.closed(1, 1, 1, 20));

  @Test
  void aLevelIsServedWellIfNothingFailsAndAnswersAreInTime() {
    assertThat(ServedWell.test(good)).isTrue();
    assertThat(ServedWell.test(Reports.closed(1, 1, 1, 20))).isFalse(); // One request failed.
    assertThat(ServedWell.test(without(Reports.closed(1, 1, 9, 20)))).isFalse();
  }

  @Test
  void whatWasNotMeasuredIsNotServedWell() {
    assertThat(ServedWell.test(Reports.isVoid(good))).isFalse();
    assertThat(ServedWell.test(without(good, Metric.TTFT))).isFalse();
    assertThat(ServedWell.test(without(good, Metric.TPOT))).isFalse();
  }

  @Test
  void theLineTellsHowManyAreServedWell() {
    List<LevelReport> levels = List.of(Reports.closed(1, 1, 1, 20), Reports.closed(2, 1, 9, 20));

    assertThat(ServedWell.line(levels, 6, true))
        .startsWith("alone: starts after 2")
        .endsWith(
            "· up to 6 at once, 9 of 10 still start within 0.5 s and get 20 tokens/s or more");
    assertThat(ServedWell.line(levels, 256, false)).contains("up to 256 or more at once");
    assertThat(ServedWell.line(levels, 0, true)).contains("not even alone");
  }

  @Test
  void theLineSaysNothingOfTheServerThatWasNotMeasured() {
    assertThat(ServedWell.line(List.of(), 0, false))
        .isEqualTo("alone: not measured · how many at once is not known");
    assertThat(ServedWell.line(List.of(Reports.isVoid(good)), 0, true))
        .startsWith("alone: starts after 2")
        .endsWith(" · how many at once is not known");
    assertThat(ServedWell.line(List.of(without(good, Metric.TTFT)), 0, true))
        .isEqualTo("alone: not measured · how many at once is not known");
  }

  @Test
  void onlyTheLevelAloneAndTheOneThatBoundsTheSearchMakeTheLineDoubtful() {
    LevelReport two = Reports.closed(2, 1, 1, 20);
    LevelReport three = Reports.isVoid(Reports.closed(3, 1, 1, 20));
    LevelReport four = Reports.isVoid(Reports.closed(4, 1, 1, 20));

    assertThat(ServedWell.doubtful(List.of(good, two, four, three), 2)).containsExactly(three);
    assertThat(ServedWell.doubtful(List.of(Reports.isVoid(good)), 0)).hasSize(1);
    assertThat(ServedWell.doubtful(List.of(good, two), 2)).isEmpty();
  }
}
