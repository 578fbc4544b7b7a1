package io.sluice.cli.bench;

import io.sluice.bench.load.Extent;
import io.sluice.bench.load.WarmUpRule;
import io.sluice.bench.measure.Metric;
import io.sluice.bench.report.LevelReport;
import io.sluice.bench.report.ServedWell;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * How long the levels of a benchmark without flags last. One answer comes first and is not
 * measured: it warms the server up, and tells how long a level must be for an answer to fit.
 */
final class QuickExtent {
  private static final WarmUpRule MEASURE_ALL = new WarmUpRule(Duration.ZERO, 0, 0);
  private static final double LEAST_SECONDS = 6;
  private static final double MOST_SECONDS = 20;
  private static final double SPARE = 1.2;

  private QuickExtent() {}

  /** The one answer, or as much of it as comes in time. */
  static Extent ofFirst() {
    return lasting(MOST_SECONDS, OptionalInt.of(1));
  }

  /** The levels that follow the one answer. */
  static Extent after(List<LevelReport> first) {
    long tokens = first.stream().mapToLong(level -> level.counts().outputTokens()).max().orElse(0);
    double millis =
        first.stream().mapToDouble(level -> level.times(Metric.E2E).max()).max().orElse(0);
    return after(tokens, millis);
  }

  /**
   * Levels in which an answer is complete if it takes as long as the first, or as long as one may
   * that is served well.
   *
   * @param tokens the tokens of the first answer
   * @param millis how long it took; 0 if it did not end
   */
  static Extent after(long tokens, double millis) {
    double longest =
        Math.max(millis, (double) ServedWell.longest(tokens).toMillis()) / 1000 * SPARE;
    double seconds = Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, longest));
    return lasting(millis > 0 ? seconds : MOST_SECONDS, OptionalInt.empty());
  }

  private static Extent lasting(double seconds, OptionalInt requests) {
    return new Extent(
        Duration.ofMillis(Math.round(seconds * 1000)), requests, MEASURE_ALL, Duration.ZERO);
  }
}
