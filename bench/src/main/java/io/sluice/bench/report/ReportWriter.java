package io.sluice.bench.report;

import io.sluice.bench.audit.AuditFigures;
import io.sluice.bench.measure.Distribution;
import io.sluice.bench.measure.LevelCounts;
import io.sluice.bench.measure.Percentile;
import io.sluice.json.JsonWriter;
import java.util.List;

/** Writes a report as JSON. Times are milliseconds; histograms are HdrHistogram's, in Base64. */
public final class ReportWriter {
  static final int FORMAT = 1;

  private ReportWriter() {}

  /** The report as one line of JSON, without a line break at its end. */
  public static String json(BenchReport report) {
    return JsonWriter.object(
        out ->
            about(out.field("sluice_bench", FORMAT), report.about())
                .flag("valid", report.isValid())
                .objects("levels", report.levels(), ReportWriter::level));
  }

  private static JsonWriter about(JsonWriter out, BenchReport.About about) {
    return out.field("started", about.started().toString())
        .strings("arguments", about.arguments())
        .field("version", about.version())
        .field("machine", about.machine())
        .field("endpoint", about.endpoint())
        .field("model", about.model())
        .field("served_model", about.served())
        .field("workload", about.workload())
        .field("objectives", about.objectives())
        .flag("tokens_estimated", about.estimated())
        .flag("interrupted", about.interrupted());
  }

  private static void level(JsonWriter out, LevelReport level) {
    out.field("kind", level.kind())
        .field("value", level.value())
        .field("label", level.label())
        .field("round", level.round())
        .flag("valid", level.isValid())
        .strings("void_because", level.reasons())
        .field("seconds", level.seconds())
        .object("counts", counts -> counts(counts, level.counts()))
        .object(
            "rates",
            rates ->
                rates
                    .field("requests", level.requestRate())
                    .field("output_tokens", level.outputRate())
                    .field("input_tokens", level.inputRate())
                    .field("goodput", level.goodput())
                    .field("good_share", level.goodShare()))
        .object(
            "in_flight",
            flight ->
                flight.field("mean", level.inFlightMean()).field("peak", level.inFlightPeak()))
        .object(
            "times",
            times ->
                level
                    .times()
                    .forEach((metric, of) -> times.object(metric.word(), each -> times(each, of))))
        .object("audit", audit -> audit(audit, level.audit()))
        .objects(
            "timeline",
            level.timeline(),
            (second, of) ->
                second
                    .field("tokens", of.tokens())
                    .field("in_flight", of.inFlight())
                    .field("errors", of.errors()));
  }

  private static void counts(JsonWriter out, LevelCounts counts) {
    out.field("due", counts.due())
        .field("sent", counts.sent())
        .field("held", counts.held())
        .field("completed", counts.completed())
        .field("completed_good", counts.completedGood())
        .field("cut", counts.cut())
        .field("good", counts.good())
        .field("judged", counts.judged())
        .field("unjudged", counts.unjudged())
        .field("output_tokens", counts.outputTokens())
        .field("input_tokens", counts.inputTokens())
        .field("off_length", counts.offLength())
        .object("failures", all -> counts.failures().forEach(all::field));
  }

  private static void times(JsonWriter out, Distribution of) {
    List<Percentile> shown = Percentile.of(of.count());
    out.field("count", of.count()).field("mean", of.mean());
    shown.forEach(each -> out.field(each.word(), of.percentile(each.percent())));
    out.field("max", of.max()).field("histogram", of.encoded());
  }

  private static void audit(JsonWriter out, AuditFigures audit) {
    out.field("process_cpu", audit.processCpu())
        .field("machine_cpu", audit.machineCpu())
        .field("pause_total_ms", audit.pauseTotal())
        .field("pause_longest_ms", audit.pauseLongest())
        .field("loop_lateness_p99_ms", audit.loopLatenessP99())
        .field("loop_ticks", audit.loopTicks())
        .field("schedule_delay_p50_ms", audit.scheduleDelayP50())
        .field("schedule_delay_p99_ms", audit.scheduleDelayP99())
        .field("schedule_delays", audit.scheduledDelays())
        .field("achieved", audit.achieved())
        .field("open_files", audit.openFiles());
  }
}
