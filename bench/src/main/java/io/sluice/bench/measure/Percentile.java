package io.sluice.bench.measure;

import java.util.Arrays;
import java.util.List;

/** A percentile of reports, and from how many samples on it is shown. In ascending order. */
public enum Percentile {
  /** The median. */
  P50("p50", 50, 1),
  /** Nine of ten. */
  P90("p90", 90, 1),
  /** 19 of 20. */
  P95("p95", 95, 1),
  /** 99 of 100. */
  P99("p99", 99, 100),
  /** 999 of 1,000. */
  P999("p99.9", 99.9, 1000);

  private final String word;
  private final double percent;
  private final long samples;

  Percentile(String word, double percent, long samples) {
    this.word = word;
    this.percent = percent;
    this.samples = samples;
  }

  /** The name in reports and flags, such as {@code p99}. */
  public String word() {
    return word;
  }

  /** The share in percent. */
  public double percent() {
    return percent;
  }

  /** The percentiles that so many samples support. */
  public static List<Percentile> of(long samples) {
    return Arrays.stream(values()).filter(each -> samples >= each.samples).toList();
  }
}
