package io.sluice.benchmarks.peers.runner;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The figures in Markdown: medians, and behind those that matter most the least and the most. */
final class Table {

  private final Figures figures;
  private final StringBuilder text = new StringBuilder();

  Table(Figures figures) {
    this.figures = figures;
  }

  String markdown() {
    chunks();
    idle("idle-1000", "1,000");
    idle("idle-10000", "9,900");
    delays("paced", "1,000 × 50/s");
    delays("paced-slow", "200 × 20/s");
    first();
    ratios("length", "length of an answer, one stream", "cpu", figures.measured("length"));
    ratios("sinks", "sinks", "cpu", figures.measured("sinks"));
    ratios("start", "start", "ms", figures.measured("start"));
    return text.toString();
  }

  private void chunks() {
    row(
        "a chunk",
        "CPU µs, 1 stream",
        "× Sluice",
        "chunks/s",
        "bytes",
        "CPU µs, 100 streams",
        "CPU µs, 1,000 streams");
    for (String who : figures.measured("flood-1")) {
      row(
          who,
          spread("flood-1", who, "cpu", 1e3),
          times("flood-1", who, "cpu", "Sluice"),
          number(figures.median("flood-1", who, "rate"), 1, "%,.0f"),
          number(figures.median("flood-1", who, "bytes"), 1, "%,.0f"),
          spread("flood-100", who, "cpu", 1e3),
          spread("flood-1000", who, "cpu", 1e3));
    }
  }

  private void idle(String measure, String asked) {
    row(
        "idle, " + asked + " asked for",
        "open at once",
        "threads",
        "heap each, kB",
        "resident each, kB");
    for (String who : figures.measured(measure)) {
      row(
          who,
          number(figures.median(measure, who, "open"), 1, "%,.0f"),
          threads(measure, who),
          kilo(measure, who, "heap"),
          kilo(measure, who, "resident"));
    }
  }

  private void delays(String measure, String title) {
    row(
        "written to sink, " + title,
        "p50 ms",
        "p99 ms",
        "p99.9 ms",
        "CPU µs a chunk",
        "machine busy");
    for (String who : figures.measured(measure)) {
      row(
          who,
          spread(measure, who, "p50", 1e3),
          spread(measure, who, "p99", 1e3),
          spread(measure, who, "p999", 1e3),
          spread(measure, who, "cpu", 1e3),
          number(figures.median(measure, who, "busy"), 0.01, "%.0f %%"));
    }
  }

  private void first() {
    row("first text", "p50 ms", "p90 ms");
    for (String who : figures.measured("first")) {
      row(who, spread("first", who, "p50", 1e3), spread("first", who, "p90", 1e3));
    }
  }

  private void ratios(String measure, String title, String figure, List<String> whos) {
    row(title, figure.equals("cpu") ? "CPU µs a chunk" : figure, "× the first");
    for (String who : whos) {
      row(
          who,
          spread(measure, who, figure, figure.equals("cpu") ? 1e3 : 1),
          times(measure, who, figure, whos.get(0)));
    }
  }

  /** A heading where its first cell has not been one yet: a blank line and a rule set it off. */
  private void row(String first, String... cells) {
    boolean heading = cells.length > 0 && !figures.knows(first);
    text.append(heading && text.length() > 0 ? "\n" : "").append("| ").append(first).append(" |");
    for (String cell : cells) {
      text.append(' ').append(cell).append(" |");
    }
    text.append('\n').append(heading ? "|---|" + "---|".repeat(cells.length) + "\n" : "");
  }

  private String threads(String measure, String who) {
    OptionalDouble more = figures.median(measure, who, "threads");
    OptionalDouble before = figures.median(measure, who, "threadsBefore");
    return more.isEmpty()
        ? "–"
        : String.format(Locale.ROOT, "%,.0f", more.getAsDouble() + before.orElse(0));
  }

  private String kilo(String measure, String who, String figure) {
    return number(figures.median(measure, who, figure), 1e3, "%.1f");
  }

  private String spread(String measure, String who, String figure, double unit) {
    OptionalDouble median = figures.median(measure, who, figure);
    return median.isEmpty()
        ? "–"
        : String.format(
            Locale.ROOT,
            "%.2f (%.2f–%.2f)",
            median.getAsDouble() / unit,
            figures.least(measure, who, figure) / unit,
            figures.most(measure, who, figure) / unit);
  }

  private String times(String measure, String who, String figure, String reference) {
    OptionalDouble one = figures.median(measure, reference, figure);
    OptionalDouble other = figures.median(measure, who, figure);
    return one.isEmpty() || other.isEmpty()
        ? "–"
        : String.format(Locale.ROOT, "%.2f", other.getAsDouble() / one.getAsDouble());
  }

  private static String number(OptionalDouble value, double unit, String format) {
    return value.isEmpty() ? "–" : String.format(Locale.ROOT, format, value.getAsDouble() / unit);
  }
}
