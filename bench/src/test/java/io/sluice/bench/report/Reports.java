package io.sluice.bench.report;

import io.sluice.bench.audit.AuditFigures;
import io.sluice.bench.measure.Distribution;
import io.sluice.bench.measure.LevelCounts;
import io.sluice.bench.measure.Metric;
import io.sluice.bench.measure.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Made-up reports, the same each time. */
public final class Reports {

  private Reports() {}

  public static BenchReport report(LevelReport... levels) {
    var about =
        new BenchReport.About(
            Instant.parse("2026-05-01T10:00:00Z"),
            List.of("--concurrency", "1,8"),
            "0.2.0",
            "2 processors, Linux amd64, Java 17",
            "http://10.0.0.1:8000/v1",
            "llama",
            "llama-3.1-8b",
            "synthetic in=512,out=128,in-stdev=0,out-stdev=0,prefix=0,seed=1",
            "ttft<500ms",
            true,
            false);
    return new BenchReport(about, List.of(levels));
  }

  /** A level with so many streams; times are a multiple of what one stream has. */
  public static LevelReport closed(int streams, int round, double slower, int requests) {
    return level("closed", streams, streams + " at once", round, slower, requests);
  }

  public static LevelReport open(int rate, double slower, int requests) {
    return level("open", rate, rate + "/s", 1, slower, requests);
  }

  private static LevelReport level(
      String kind, double value, String label, int round, double slower, int requests) {
    var random = new Random(Double.hashCode(value) + round);
    Map<Metric, Distribution> times = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      Distribution distribution = Distribution.empty();
      double typical = metric == Metric.E2E || metric == Metric.SERVICE_E2E ? 1500 : 20;
      for (int i = 0; i < requests; i++) {
        distribution.add((long) (typical * slower * (1 + random.nextDouble() / 2) * 1e6));
      }
      times.put(metric, distribution);
    }
    List<Timeline.Second> seconds = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      seconds.add(new Timeline.Second(900 + random.nextInt(200), (long) value, i == 7 ? 1 : 0));
    }
    var counts =
        new LevelCounts(
            requests + 2,
            requests + 2,
            0,
            requests,
            requests - 4,
            1,
            requests - 4,
            requests + 1,
            0,
            requests * 128L,
            requests * 512L,
            3,
            Map.of("HTTP 503", 1L));
    var audit = new AuditFigures(0.21, 0.34, 12, 3.5, 0.9, 1000, 0.1, 0.8, requests, 1, 42);
    return new LevelReport(
        kind,
        value,
        label,
        round,
        10,
        counts,
        value * 0.97,
        (int) value,
        times,
        seconds,
        audit,
        List.of());
  }

  public static LevelReport isVoid(LevelReport level) {
    return new LevelReport(
        level.kind(),
        level.value(),
        level.label(),
        level.round(),
        level.seconds(),
        level.counts(),
        level.inFlightMean(),
        level.inFlightPeak(),
        level.times(),
        level.timeline(),
        level.audit(),
        List.of("the event loop was 7.0 ms late"));
  }
}
