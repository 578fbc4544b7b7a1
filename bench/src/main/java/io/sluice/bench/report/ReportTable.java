package io.sluice.bench.report;

import io.sluice.bench.audit.AuditFigures;
import io.sluice.bench.measure.Distribution;
import io.sluice.bench.measure.LevelCounts;
import io.sluice.bench.measure.Metric;
import io.sluice.bench.measure.Percentile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A report as text for a terminal: a table of the levels, what went wrong, and the audit. */
public final class ReportTable {
  private static final String NONE = "-";

  private record Column(String head, Figure figure) {}

  private static final List<Column> COLUMNS =
      List.of(
          column("req/s", "requests"),
          column("tok/s", "output"),
          column("TTFT p50", "ttft.p50"),
          column("p90", "ttft.p90"),
          column("p99", "ttft.p99"),
          column("ITL p50", "itl.p50"),
          column("p99", "itl.p99"),
          column("TPOT p50", "tpot.p50"),
          column("E2E p50", "e2e.p50"),
          column("p99", "e2e.p99"));

  private ReportTable() {}

  private static Column column(String head, String figure) {
    return new Column(head, Figure.named(figure).orElseThrow());
  }

  /** The text, which ends with a line break. */
  public static String text(BenchReport report) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("", "answers", "at once"));
    COLUMNS.forEach(column -> head.add(column.head()));
    rows.add(head);
    for (Map.Entry<String, List<LevelReport>> level : report.byLevel().entrySet()) {
      rows.add(row(level.getKey(), level.getValue()));
      if (level.getValue().size() > 1) {
        rows.add(range(level.getValue()));
      }
      if (hasService(level.getValue())) {
        rows.add(service(level.getValue()));
      }
    }
    var out = new StringBuilder(TextTable.of(rows, List.of(0)));
    out.append("\nTimes in ms")
        .append(rounds(report) > 1 ? "; the median of the rounds" : "")
        .append(report.about().estimated() ? "; ITL by estimated (~) token counts" : "")
        .append(".\n");
    report.levels().forEach(level -> notes(level, report, out));
    return out.toString();
  }

  /** Every metric of every round of every level, as a table in milliseconds. */
  public static String times(BenchReport report) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("", "", "count", "mean"));
    List.of(Percentile.values()).forEach(each -> head.add(each.word()));
    head.add("max");
    rows.add(head);
    for (LevelReport level : report.levels()) {
      String label = level.label() + (rounds(report) > 1 ? " #" + level.round() : "");
      level.times().forEach((metric, of) -> rows.add(times(label, metric, of)));
    }
    return TextTable.of(rows, List.of(0, 1));
  }

  private static List<String> times(String label, Metric metric, Distribution of) {
    List<Percentile> shown = Percentile.of(of.count());
    List<String> row =
        new ArrayList<>(
            List.of(label, metric.word(), String.valueOf(of.count()), TextTable.number(of.mean())));
    for (Percentile each : Percentile.values()) {
      row.add(shown.contains(each) ? TextTable.number(of.percentile(each.percent())) : NONE);
    }
    row.add(TextTable.number(of.max()));
    return row;
  }

  private static int rounds(BenchReport report) {
    return report.levels().stream().mapToInt(LevelReport::round).max().orElse(1);
  }

  private static List<String> row(String label, List<LevelReport> rounds) {
    long completed = rounds.stream().mapToLong(each -> each.counts().completed()).sum();
    double inFlight = rounds.stream().mapToDouble(LevelReport::inFlightMean).average().orElse(0);
    boolean isVoid = rounds.stream().anyMatch(each -> !each.isValid());
    List<String> row = new ArrayList<>();
    row.add(label + (isVoid ? " (void)" : ""));
    row.add(String.valueOf(completed));
    row.add(TextTable.number(inFlight));
    COLUMNS.forEach(column -> row.add(median(column.figure(), rounds)));
    return row;
  }

  private static String median(Figure figure, List<LevelReport> rounds) {
    return figure.of(rounds).map(spread -> TextTable.number(spread.median())).orElse(NONE);
  }

  /** How far the rounds of a level lie apart. */
  private static List<String> range(List<LevelReport> rounds) {
    List<String> row = new ArrayList<>(List.of("  least–most", "", ""));
    for (Column column : COLUMNS) {
      row.add(
          column
              .figure()
              .of(rounds)
              .map(
                  spread ->
                      TextTable.number(spread.least()) + "–" + TextTable.number(spread.most()))
              .orElse(NONE));
    }
    return row;
  }

  /** Only where requests can wait: in a closed load one is due when it is sent. */
  private static boolean hasService(List<LevelReport> rounds) {
    return rounds.get(0).kind().equals("open");
  }

  private static List<String> service(List<LevelReport> rounds) {
    List<String> row = new ArrayList<>(List.of("  service", "", ""));
    for (Column column : COLUMNS) {
      String name = column.figure().name();
      boolean counted = name.startsWith("ttft.") || name.startsWith("e2e.");
      Optional<Figure> service = counted ? Figure.named("service_" + name) : Optional.empty();
      row.add(service.map(figure -> median(figure, rounds)).orElse(""));
    }
    return row;
  }

  private static void notes(LevelReport level, BenchReport report, StringBuilder out) {
    String name = rounds(report) > 1 ? level.label() + ", round " + level.round() : level.label();
    out.append('\n').append(name).append(":\n");
    LevelCounts counts = level.counts();
    if (!report.about().objectives().isEmpty()) {
      out.append(
          say(
              "  goodput %s/s, %.1f %% of %d that could be judged (%s)%s\n",
              TextTable.number(level.goodput()),
              level.goodShare() * 100,
              counts.judged(),
              report.about().objectives(),
              counts.unjudged() > 0 ? "; " + counts.unjudged() + " could not be" : ""));
    }
    counts.failures().forEach((kind, count) -> out.append(say("  %d failed: %s\n", count, kind)));
    if (counts.held() > 0) {
      out.append(say("  %d never sent: too many were under way until the end\n", counts.held()));
    }
    if (counts.cut() > 0) {
      out.append(say("  %d cut by the end of the level\n", counts.cut()));
    }
    if (counts.offLength() > 0) {
      out.append(
          say(
              "  %d answers were more than 5 %% shorter or longer than asked\n",
              counts.offLength()));
    }
    out.append(audit(level));
    level.reasons().forEach(reason -> out.append("  void: ").append(reason).append('\n'));
  }

  private static String audit(LevelReport level) {
    AuditFigures audit = level.audit();
    return say(
            "  audit: schedule delay p50 %s p99 %s, event loop p99 %s, longest pause %s, GC %s"
                + " ms\n",
            TextTable.number(audit.scheduleDelayP50()),
            TextTable.number(audit.scheduleDelayP99()),
            TextTable.number(audit.loopLatenessP99()),
            TextTable.number(audit.pauseLongest()),
            TextTable.number(audit.pauseTotal()))
        + say(
            "         machine %s busy, %s processors by this process; %s of the due requests sent;"
                + " %d open files\n",
            percent(audit.machineCpu()),
            TextTable.number(audit.processCpu()),
            percent(audit.achieved()),
            audit.openFiles());
  }

  private static String percent(double share) {
    return share < 0 ? "?" : say("%.0f %%", share * 100);
  }

  private static String say(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
