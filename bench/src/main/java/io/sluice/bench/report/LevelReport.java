package io.sluice.bench.report;

import io.sluice.bench.audit.AuditFigures;
import io.sluice.bench.measure.Distribution;
import io.sluice.bench.measure.LevelCounts;
import io.sluice.bench.measure.Metric;
import io.sluice.bench.measure.Timeline;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The result of one round of one level. The distributions must not be changed any more.
 *
 * @param kind the kind of load: {@code closed}, {@code open} or {@code ramp}
 * @param value the number that levels differ in: streams, or requests a second
 * @param label the level as people read it
 * @param round the number of the round, from 1
 * @param seconds the length of the window
 * @param counts how many requests and tokens there were
 * @param inFlightMean the mean number of requests under way
 * @param inFlightPeak the greatest number of requests under way
 * @param times the distribution of each metric that has any times
 * @param timeline what happened in each second, the warm-up included
 * @param audit what the measuring program was doing
 * @param reasons why the level is void; none if it is valid
 */
public record LevelReport(
    String kind,
    double value,
    String label,
    int round,
    double seconds,
    LevelCounts counts,
    double inFlightMean,
    int inFlightPeak,
    Map<Metric, Distribution> times,
    List<Timeline.Second> timeline,
    AuditFigures audit,
    List<String> reasons) {

  /** Copies the lists and the map, without distributions that are empty. */
  public LevelReport {
    Map<Metric, Distribution> present = new EnumMap<>(Metric.class);
    times.forEach(
        (metric, distribution) -> {
          if (!distribution.isEmpty()) {
            present.put(metric, distribution);
          }
        });
    times = Collections.unmodifiableMap(present);
    timeline = List.copyOf(timeline);
    reasons = List.copyOf(reasons);
  }

  /** Whether the figures are the server's, and not those of a client that was too slow. */
  public boolean isValid() {
    return reasons.isEmpty();
  }

  /** The times of that metric; without any if there were none. */
  public Distribution times(Metric metric) {
    return times.getOrDefault(metric, Distribution.empty());
  }

  /** Output tokens a second. */
  public double outputRate() {
    return perSecond(counts.outputTokens());
  }

  /** Prompt tokens a second. */
  public double inputRate() {
    return perSecond(counts.inputTokens());
  }

  /** Completed requests a second. */
  public double requestRate() {
    return perSecond(counts.completed());
  }

  /** Requests a second that are complete and meet every objective. */
  public double goodput() {
    return perSecond(counts.completedGood());
  }

  /** The share of the judged requests that meet every objective, from 0 to 1; 0 without any. */
  public double goodShare() {
    return counts.judged() == 0 ? 0 : (double) counts.good() / counts.judged();
  }

  private double perSecond(long count) {
    return seconds > 0 ? count / seconds : 0;
  }
}
