package io.sluice.bench.measure;

import io.sluice.text.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound that a request has to keep to count as good.
 *
 * @param metric what is bounded
 * @param below the time that it must stay below
 */
public record Objective(Metric metric, Duration below) {
  private static final Pattern FORM = Pattern.compile("\\s*(\\w+)\\s*<\\s*(\\S+)\\s*");

  /** Refuses what no single request has. */
  public Objective {
    if (metric == Metric.ICL || metric == Metric.ITL) {
      throw new IllegalArgumentException(
          "an objective for " + metric.word() + " is about gaps, not requests; use tpot or stall");
    }
  }

  /**
   * Reads objectives such as {@code ttft<500ms,tpot<50ms}.
   *
   * @throws IllegalArgumentException in one line, for anything else
   */
  public static List<Objective> parse(String text) {
    List<Objective> all = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      Matcher parts = FORM.matcher(each);
      if (!parts.matches()) {
        throw refused(each);
      }
      Metric metric = Metric.of(parts.group(1)).orElseThrow(() -> refused(each));
      all.add(new Objective(metric, DurationText.parse(parts.group(2))));
    }
    return List.copyOf(all);
  }

  /** What one request says of all objectives together. */
  public static Judgement judge(List<Objective> all, RequestTimes request) {
    if (request.isCut()) {
      return Judgement.NONE;
    }
    if (!request.isCompleted()) {
      return Judgement.BAD;
    }
    Judgement judgement = Judgement.GOOD;
    for (Objective each : all) {
      OptionalLong time = request.time(each.metric);
      if (time.isPresent() && time.getAsLong() >= each.below.toNanos()) {
        return Judgement.BAD;
      }
      judgement = time.isPresent() ? judgement : Judgement.NONE;
    }
    return judgement;
  }

  /** Whether a request is good. */
  public enum Judgement {
    /** It is complete and meets every objective. */
    GOOD,
    /** It failed, or misses an objective. */
    BAD,
    /** It cannot be judged: it was cut, or has no such time. It counts for nothing. */
    NONE
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is no objective; use METRIC<TIME, such as ttft<500ms or tpot<50ms");
  }

  @Override
  public String toString() {
    return metric.word() + "<" + below.toMillis() + "ms";
  }
}
