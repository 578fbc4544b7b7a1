package io.sluice.bench.report;

import io.sluice.bench.audit.AuditFigures;
import io.sluice.bench.measure.Distribution;
import io.sluice.bench.measure.Metric;
import io.sluice.bench.measure.Timeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Adds reports of several machines that put load on one server at the same time. Histograms and
 * counts add exactly; the mean of requests under way adds, too, and so do the peaks, which is an
 * upper bound. Of the audit the worst figure counts.
 */
public final class ReportMerge {

  private ReportMerge() {}

  /**
   * The sum of reports, level by level and round by round.
   *
   * @throws IllegalArgumentException in one line, if there are none, or if they differ in the
   *     version of Sluice, the model, the workload, the objectives or the levels
   */
  public static BenchReport of(List<BenchReport> reports) {
    if (reports.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to merge; name at least one report");
    }
    BenchReport sum = reports.get(0);
    for (BenchReport other : reports.subList(1, reports.size())) {
      sum = plus(sum, other);
    }
    return sum;
  }

  private static BenchReport plus(BenchReport one, BenchReport other) {
    same("versions of sluice", one.about().version(), other.about().version());
    same("models", one.about().model(), other.about().model());
    same("workloads", one.about().workload(), other.about().workload());
    same("objectives", one.about().objectives(), other.about().objectives());
    same("levels", shape(one), shape(other));
    List<LevelReport> levels = new ArrayList<>();
    for (int i = 0; i < one.levels().size(); i++) {
      levels.add(plus(one.levels().get(i), other.levels().get(i)));
    }
    return new BenchReport(about(one.about(), other.about()), levels);
  }

  private static void same(String what, String one, String other) {
    if (!one.equals(other)) {
      throw new IllegalArgumentException(
          "the " + what + " differ: " + one + " and " + other + "; merge what measured the same");
    }
  }

  private static BenchReport.About about(BenchReport.About one, BenchReport.About other) {
    boolean first = one.started().isBefore(other.started());
    String machine = one.machine();
    return new BenchReport.About(
        first ? one.started() : other.started(),
        one.arguments(),
        one.version(),
        machine.equals(other.machine()) ? machine : machine + "; " + other.machine(),
        one.endpoint(),
        one.model(),
        one.served().isEmpty() ? other.served() : one.served(),
        one.workload(),
        one.objectives(),
        one.estimated() || other.estimated(),
        one.interrupted() || other.interrupted());
  }

  private static String shape(BenchReport report) {
    return report.levels().stream()
        .map(each -> each.label() + " #" + each.round())
        .toList()
        .toString();
  }

  private static LevelReport plus(LevelReport one, LevelReport other) {
    Map<Metric, Distribution> times = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      Distribution sum = Distribution.empty();
      sum.add(one.times(metric));
      sum.add(other.times(metric));
      times.put(metric, sum);
    }
    List<String> reasons = new ArrayList<>(one.reasons());
    other.reasons().stream().filter(each -> !reasons.contains(each)).forEach(reasons::add);
    return new LevelReport(
        one.kind(),
        one.value(),
        one.label(),
        one.round(),
        Math.max(one.seconds(), other.seconds()),
        one.counts().plus(other.counts()),
        one.inFlightMean() + other.inFlightMean(),
        one.inFlightPeak() + other.inFlightPeak(),
        times,
        timeline(one.timeline(), other.timeline()),
        worst(one.audit(), other.audit()),
        reasons);
  }

  private static List<Timeline.Second> timeline(
      List<Timeline.Second> one, List<Timeline.Second> other) {
    List<Timeline.Second> sum = new ArrayList<>();
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      Timeline.Second a = second(one, i);
      Timeline.Second b = second(other, i);
      sum.add(
          new Timeline.Second(
              a.tokens() + b.tokens(), a.inFlight() + b.inFlight(), a.errors() + b.errors()));
    }
    return sum;
  }

  private static Timeline.Second second(List<Timeline.Second> timeline, int number) {
    return number < timeline.size() ? timeline.get(number) : new Timeline.Second(0, 0, 0);
  }

  private static AuditFigures worst(AuditFigures one, AuditFigures other) {
    return new AuditFigures(
        Math.max(one.processCpu(), other.processCpu()),
        Math.max(one.machineCpu(), other.machineCpu()),
        Math.max(one.pauseTotal(), other.pauseTotal()),
        Math.max(one.pauseLongest(), other.pauseLongest()),
        Math.max(one.loopLatenessP99(), other.loopLatenessP99()),
        one.loopTicks() + other.loopTicks(),
        Math.max(one.scheduleDelayP50(), other.scheduleDelayP50()),
        Math.max(one.scheduleDelayP99(), other.scheduleDelayP99()),
        one.scheduledDelays() + other.scheduledDelays(),
        Math.min(one.achieved(), other.achieved()),
        Math.max(one.openFiles(), other.openFiles()));
  }
}
