package io.sluice.bench.measure;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of one level. Immutable.
 *
 * @param due requests that were due in the window
 * @param sent those of them that were sent
 * @param held those of them that were not sent because too many were under way
 * @param completed requests that completed in the window, whenever they were due
 * @param completedGood those of them that meet every objective
 * @param cut requests that were due in the window and that we ended, because the level was over
 * @param good requests that were due in the window and meet every objective
 * @param judged requests that were due in the window and that objectives could judge
 * @param unjudged requests that they could not
 * @param outputTokens tokens that came in the window
 * @param inputTokens prompt tokens of the requests that completed in the window, as the server
 *     counts them
 * @param offLength answers whose length is more than 5 % off what was asked
 * @param failures requests that failed, by kind, in alphabetical order
 */
public record LevelCounts(
    long due,
    long sent,
    long held,
    long completed,
    long completedGood,
    long cut,
    long good,
    long judged,
    long unjudged,
    long outputTokens,
    long inputTokens,
    long offLength,
    Map<String, Long> failures) {

  /** Copies the map. */
  public LevelCounts {
    failures = Collections.unmodifiableMap(new TreeMap<>(failures));
  }

  /** The number of requests that failed. */
  public long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The share of the due requests that the client sent when it should: what was held counts, too. 1
   * if none was due.
   */
  public double achieved() {
    return due == 0 ? 1 : (double) (sent + held) / due;
  }

  /** The sum of these numbers and others. */
  public LevelCounts plus(LevelCounts other) {
    Map<String, Long> all = new TreeMap<>(failures);
    other.failures.forEach((kind, count) -> all.merge(kind, count, Long::sum));
    return new LevelCounts(
        due + other.due,
        sent + other.sent,
        held + other.held,
        completed + other.completed,
        completedGood + other.completedGood,
        cut + other.cut,
        good + other.good,
        judged + other.judged,
        unjudged + other.unjudged,
        outputTokens + other.outputTokens,
        inputTokens + other.inputTokens,
        offLength + other.offLength,
        all);
  }
}
