package io.sluice.bench.report;

import io.sluice.bench.audit.AuditFigures;
import io.sluice.bench.measure.Distribution;
import io.sluice.bench.measure.LevelCounts;
import io.sluice.bench.measure.Metric;
import io.sluice.bench.measure.Timeline;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what {@link ReportWriter} wrote. */
public final class ReportReader {

  private ReportReader() {}

  /**
   * Reads a report.
   *
   * @throws IllegalArgumentException in one line, if the text is no report, or one of a later
   *     format
   */
  public static BenchReport read(String text) {
    JsonObject in;
    try {
      in = JsonObject.read(text);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException("no JSON object", malformed);
    }
    long format = in.wholeNumber("sluice_bench").orElse(0);
    if (format < 1) {
      throw new IllegalArgumentException("no report of sluice bench");
    }
    if (format > ReportWriter.FORMAT) {
      throw new IllegalArgumentException("a report of a later format; use a later sluice");
    }
    List<LevelReport> levels =
        in.elements("levels").orElse(List.of()).stream()
            .map(JsonValue::object)
            .flatMap(Optional::stream)
            .map(ReportReader::level)
            .toList();
    return new BenchReport(about(in), levels);
  }

  private static BenchReport.About about(JsonObject in) {
    return new BenchReport.About(
        started(in),
        in.elements("arguments").orElse(List.of()).stream()
            .flatMap(each -> each.string().stream())
            .toList(),
        in.string("version").orElse(""),
        in.string("machine").orElse(""),
        in.string("endpoint").orElse(""),
        in.string("model").orElse(""),
        in.string("served_model").orElse(""),
        in.string("workload").orElse(""),
        in.string("objectives").orElse(""),
        in.flag("tokens_estimated").orElse(false),
        in.flag("interrupted").orElse(false));
  }

  private static Instant started(JsonObject in) {
    try {
      return Instant.parse(in.string("started").orElse(""));
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException("a report without the time it was started", malformed);
    }
  }

  private static LevelReport level(JsonObject in) {
    JsonObject flight = part(in, "in_flight");
    return new LevelReport(
        in.string("kind").orElse(""),
        in.number("value").orElse(0),
        in.string("label").orElse(""),
        (int) in.wholeNumber("round").orElse(1),
        in.number("seconds").orElse(0),
        counts(part(in, "counts")),
        flight.number("mean").orElse(0),
        (int) flight.wholeNumber("peak").orElse(0),
        times(part(in, "times")),
        in.elements("timeline").orElse(List.of()).stream()
            .flatMap(each -> each.object().stream())
            .map(ReportReader::second)
            .toList(),
        audit(part(in, "audit")),
        in.elements("void_because").orElse(List.of()).stream()
            .flatMap(each -> each.string().stream())
            .toList());
  }

  private static LevelCounts counts(JsonObject in) {
    Map<String, Long> failures = new TreeMap<>();
    JsonObject kinds = part(in, "failures");
    kinds.members().keySet().forEach(kind -> failures.put(kind, count(kinds, kind)));
    return new LevelCounts(
        count(in, "due"),
        count(in, "sent"),
        count(in, "held"),
        count(in, "completed"),
        count(in, "completed_good"),
        count(in, "cut"),
        count(in, "good"),
        count(in, "judged"),
        count(in, "unjudged"),
        count(in, "output_tokens"),
        count(in, "input_tokens"),
        count(in, "off_length"),
        failures);
  }

  private static Map<Metric, Distribution> times(JsonObject in) {
    Map<Metric, Distribution> times = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      in.object(metric.word())
          .flatMap(of -> of.string("histogram"))
          .ifPresent(text -> times.put(metric, Distribution.decoded(text)));
    }
    return times;
  }

  private static Timeline.Second second(JsonObject in) {
    return new Timeline.Second(count(in, "tokens"), count(in, "in_flight"), count(in, "errors"));
  }

  private static AuditFigures audit(JsonObject in) {
    return new AuditFigures(
        in.number("process_cpu").orElse(-1),
        in.number("machine_cpu").orElse(-1),
        in.number("pause_total_ms").orElse(-1),
        in.number("pause_longest_ms").orElse(-1),
        in.number("loop_lateness_p99_ms").orElse(-1),
        count(in, "loop_ticks"),
        in.number("schedule_delay_p50_ms").orElse(-1),
        in.number("schedule_delay_p99_ms").orElse(-1),
        count(in, "schedule_delays"),
        in.number("achieved").orElse(-1),
        in.wholeNumber("open_files").orElse(-1));
  }

  private static JsonObject part(JsonObject in, String name) {
    return in.object(name).orElseGet(() -> JsonObject.read("{}"));
  }

  private static long count(JsonObject in, String name) {
    return in.wholeNumber(name).orElse(0);
  }
}
