package io.sluice.bench.report;

import io.sluice.bench.measure.Distribution;
import io.sluice.bench.measure.Metric;
import io.sluice.bench.measure.Percentile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * One figure of a level, by the name that {@code compare} and {@code --fail-if} know it by, such as
 * {@code ttft.p99} or {@code output}.
 */
public final class Figure {
  private static final List<Rate> RATES =
      List.of(
          new Rate("output", "tok/s", LevelReport::outputRate),
          new Rate("requests", "/s", LevelReport::requestRate),
          new Rate("goodput", "/s", LevelReport::goodput));
  private static final List<Metric> COMPARED =
      List.of(Metric.TTFT, Metric.ITL, Metric.TPOT, Metric.E2E);

  private final String name;
  private final String unit;
  private final Better better;
  private final Reading reading;

  /** In which direction a figure gets better. */
  public enum Better {
    /** A rate. */
    HIGHER,
    /** A time. */
    LOWER
  }

  private interface Reading {
    OptionalDouble of(LevelReport level);
  }

  private record Rate(String name, String unit, ToDoubleFunction<LevelReport> value) {}

  private Figure(String name, String unit, Better better, Reading reading) {
    this.name = name;
    this.unit = unit;
    this.better = better;
    this.reading = reading;
  }

  /** The figures that a comparison shows. */
  public static List<Figure> compared() {
    List<Figure> all = new ArrayList<>();
    for (Metric metric : COMPARED) {
      all.add(time(metric, Percentile.P50));
      all.add(time(metric, Percentile.P99));
    }
    RATES.forEach(rate -> all.add(of(rate)));
    return List.copyOf(all);
  }

  /** The figure of that name; empty if there is none. */
  public static Optional<Figure> named(String name) {
    for (Rate rate : RATES) {
      if (rate.name().equals(name)) {
        return Optional.of(of(rate));
      }
    }
    int dot = name.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    for (Percentile percentile : Percentile.values()) {
      if (percentile.word().equals(name.substring(dot + 1))) {
        return Metric.of(name.substring(0, dot)).map(metric -> time(metric, percentile));
      }
    }
    return Optional.empty();
  }

  private static Figure of(Rate rate) {
    return new Figure(
        rate.name(),
        rate.unit(),
        Better.HIGHER,
        level -> OptionalDouble.of(rate.value().applyAsDouble(level)));
  }

  private static Figure time(Metric metric, Percentile percentile) {
    return new Figure(
        metric.word() + "." + percentile.word(),
        "ms",
        Better.LOWER,
        level -> {
          Distribution times = level.times(metric);
          return Percentile.of(times.count()).contains(percentile)
              ? OptionalDouble.of(times.percentile(percentile.percent()))
              : OptionalDouble.empty();
        });
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** The unit. */
  public String unit() {
    return unit;
  }

  /** In which direction it gets better. */
  public Better better() {
    return better;
  }

  /** What it is in that level; empty if there are too few samples. */
  public OptionalDouble of(LevelReport level) {
    return reading.of(level);
  }

  /** What it is in several rounds of a level; empty if a round does not have it. */
  public Optional<Spread> of(List<LevelReport> rounds) {
    double[] values =
        rounds.stream().map(this::of).flatMapToDouble(OptionalDouble::stream).sorted().toArray();
    return values.length == 0 || values.length < rounds.size()
        ? Optional.empty()
        : Optional.of(new Spread(values[0], median(values), values[values.length - 1]));
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /**
   * The values of a figure over rounds.
   *
   * @param least the least
   * @param median the median
   * @param most the greatest
   */
  public record Spread(double least, double median, double most) {

    /** Whether the ranges of both have a value in common. */
    public boolean overlaps(Spread other) {
      return least <= other.most && other.least <= most;
    }
  }
}
