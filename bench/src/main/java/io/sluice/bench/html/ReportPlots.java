package io.sluice.bench.html;

import io.sluice.bench.measure.Distribution;
import io.sluice.bench.measure.Metric;
import io.sluice.bench.measure.Timeline;
import io.sluice.bench.report.BenchReport;
import io.sluice.bench.report.Figure;
import io.sluice.bench.report.LevelReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The plots of a report. */
final class ReportPlots {
  private static final int MOST_CURVES = 8;
  private static final int CURVE_POINTS = 90;

  private final List<List<LevelReport>> levels;

  ReportPlots(BenchReport report) {
    levels = List.copyOf(report.byLevel().values());
  }

  List<Plot> all() {
    List<Plot> plots = new ArrayList<>();
    plots.add(
        overLoad("Time to the first token", "ms", List.of("ttft.p50", "ttft.p90", "ttft.p99")));
    plots.add(
        overLoad("Time of a token (TPOT)", "ms", List.of("tpot.p50", "tpot.p90", "tpot.p99")));
    plots.add(throughput("Throughput", "output tokens a second", "output"));
    plots.add(throughput("Requests and goodput", "requests a second", "requests", "goodput"));
    plots.add(curves("Percentiles of the time to the first token", Metric.TTFT));
    plots.add(curves("Percentiles of the gap between tokens", Metric.ITL));
    plots.add(timeline("Tokens a second, over time", "tokens", Timeline.Second::tokens));
    plots.add(timeline("Requests under way, over time", "requests", Timeline.Second::inFlight));
    if (seconds().stream().anyMatch(second -> second.errors() > 0)) {
      plots.add(timeline("Failed requests, over time", "requests", Timeline.Second::errors));
    }
    return plots;
  }

  private Plot overLoad(String title, String unit, List<String> figures) {
    List<PlotLine> lines = new ArrayList<>();
    for (String name : figures) {
      lines.add(line(name, level -> level.get(0).value(), Figure.named(name).orElseThrow()));
    }
    String load =
        levels.stream().allMatch(each -> each.get(0).kind().equals("open"))
            ? "requests a second that were due"
            : "load: streams at once, or requests a second";
    return plot(title, load, unit, lines);
  }

  private Plot throughput(String title, String unit, String... figures) {
    List<PlotLine> lines = new ArrayList<>();
    for (String name : figures) {
      lines.add(
          line(
              name,
              level -> level.stream().mapToDouble(LevelReport::inFlightMean).average().orElse(0),
              Figure.named(name).orElseThrow()));
    }
    return plot(title, "requests under way, mean", unit, lines);
  }

  private PlotLine line(String name, ToDoubleFunction<List<LevelReport>> x, Figure figure) {
    List<PlotLine.Point> points = new ArrayList<>();
    for (List<LevelReport> level : levels) {
      figure
          .of(level)
          .ifPresent(
              spread -> points.add(new PlotLine.Point(x.applyAsDouble(level), spread.median())));
    }
    points.sort(Comparator.comparingDouble(PlotLine.Point::x));
    return new PlotLine(name, points);
  }

  private Plot curves(String title, Metric metric) {
    List<PlotLine> lines = new ArrayList<>();
    for (List<LevelReport> level : levels.subList(0, Math.min(MOST_CURVES, levels.size()))) {
      Distribution sum = Distribution.empty();
      level.forEach(round -> sum.add(round.times(metric)));
      if (!sum.isEmpty()) {
        lines.add(new PlotLine(level.get(0).label(), curve(sum)));
      }
    }
    return new Plot(title, "of all, log axis", "ms", PlotScale.nines(), up(lines), lines);
  }

  /** As far as the samples reach: a percentile with less than one sample beyond it is a guess. */
  private static List<PlotLine.Point> curve(Distribution of) {
    List<PlotLine.Point> points = new ArrayList<>();
    for (int i = 0; i <= CURVE_POINTS; i++) {
      double beyond = Math.pow(10, -3.0 * i / CURVE_POINTS);
      if (beyond * of.count() >= 1) {
        double percent = 100 * (1 - beyond);
        points.add(new PlotLine.Point(percent, of.percentile(percent)));
      }
    }
    return points;
  }

  private Plot timeline(String title, String unit, ToDoubleFunction<Timeline.Second> value) {
    List<PlotLine> lines = new ArrayList<>();
    int start = 0;
    for (List<LevelReport> level : levels) {
      List<PlotLine.Point> points = new ArrayList<>();
      for (LevelReport round : level) {
        for (Timeline.Second second : round.timeline()) {
          points.add(new PlotLine.Point(start++, value.applyAsDouble(second)));
        }
      }
      lines.add(new PlotLine(level.get(0).label(), points));
    }
    return plot(title, "seconds", unit, lines);
  }

  private List<Timeline.Second> seconds() {
    return levels.stream()
        .flatMap(List::stream)
        .flatMap(level -> level.timeline().stream())
        .toList();
  }

  private static Plot plot(String title, String across, String up, List<PlotLine> lines) {
    List<PlotLine> drawn = lines.stream().filter(line -> !line.points().isEmpty()).toList();
    double most =
        drawn.stream()
            .flatMap(line -> line.points().stream())
            .mapToDouble(PlotLine.Point::x)
            .max()
            .orElse(1);
    return new Plot(title, across, up, PlotScale.linear(most), up(drawn), drawn);
  }

  private static PlotScale up(List<PlotLine> lines) {
    return PlotScale.linear(
        lines.stream()
            .flatMap(line -> line.points().stream())
            .mapToDouble(PlotLine.Point::y)
            .max()
            .orElse(1));
  }
}
