package io.sluice.bench.report;

import io.sluice.bench.measure.Distribution;
import io.sluice.bench.measure.Metric;
import io.sluice.bench.measure.Percentile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a report as CSV (RFC 4180): a line for each round of each level, times in milliseconds.
 */
public final class ReportCsv {

  private ReportCsv() {}

  /** The whole table with its header; lines end with CR LF, as the format demands. */
  public static String csv(BenchReport report) {
    var out = new StringBuilder(line(header()));
    report.levels().forEach(level -> out.append(line(cells(level))));
    return out.toString();
  }

  private static List<String> header() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "kind",
                "level",
                "round",
                "valid",
                "seconds",
                "completed",
                "failed",
                "cut",
                "requests_per_second",
                "output_tokens_per_second",
                "goodput",
                "in_flight_mean",
                "in_flight_peak"));
    for (Metric metric : Metric.values()) {
      for (Percentile percentile : Percentile.values()) {
        names.add(metric.word() + "_" + percentile.word());
      }
      names.add(metric.word() + "_max");
    }
    return names;
  }

  private static List<String> cells(LevelReport level) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                level.kind(),
                number(level.value()),
                String.valueOf(level.round()),
                String.valueOf(level.isValid()),
                number(level.seconds()),
                String.valueOf(level.counts().completed()),
                String.valueOf(level.counts().failed()),
                String.valueOf(level.counts().cut()),
                number(level.requestRate()),
                number(level.outputRate()),
                number(level.goodput()),
                number(level.inFlightMean()),
                String.valueOf(level.inFlightPeak())));
    for (Metric metric : Metric.values()) {
      Distribution times = level.times(metric);
      List<Percentile> shown = Percentile.of(times.count());
      for (Percentile each : Percentile.values()) {
        cells.add(shown.contains(each) ? number(times.percentile(each.percent())) : "");
      }
      cells.add(times.isEmpty() ? "" : number(times.max()));
    }
    return cells;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String line(List<String> cells) {
    return String.join(",", cells) + "\r\n";
  }
}
