package io.sluice.bench.report;

import io.sluice.bench.measure.Distribution;
import io.sluice.bench.measure.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person wants of a chat: that nine of ten answers start soon and are read as they come. */
public final class ServedWell {
  private static final double START_MILLIS = 500;
  private static final double TOKENS_A_SECOND = 20;
  private static final double MILLIS = 1000;
  private static final double NINE_OF_TEN = 90;

  private ServedWell() {}

  /** Whether a level is served well: it is valid, nothing failed, and nine of ten were in time. */
  public static boolean test(LevelReport level) {
    Distribution start = level.times(Metric.TTFT);
    Distribution token = level.times(Metric.TPOT);
    return isMeasured(level)
        && level.counts().failed() == 0
        && start.percentile(NINE_OF_TEN) <= START_MILLIS
        && token.percentile(NINE_OF_TEN) <= MILLIS / TOKENS_A_SECOND;
  }

  private static boolean isMeasured(LevelReport level) {
    return level.isValid()
        && !level.times(Metric.TTFT).isEmpty()
        && !level.times(Metric.TPOT).isEmpty();
  }

  /** The longest that an answer of so many tokens takes if it is served well. */
  public static Duration longest(long tokens) {
    return Duration.ofMillis((long) (START_MILLIS + tokens * MILLIS / TOKENS_A_SECOND));
  }

  /**
   * The void levels that the line rests on: the one alone, and the one that bounds what was found.
   *
   * @param found the greatest number of streams that were served well; 0 if none was
   */
  public static List<LevelReport> doubtful(List<LevelReport> levels, int found) {
    double bound =
        levels.stream()
            .mapToDouble(LevelReport::value)
            .filter(streams -> streams > found)
            .min()
            .orElse(1);
    return levels.stream()
        .filter(level -> level.value() == 1 || level.value() == bound)
        .filter(level -> !level.isValid())
        .toList();
  }

  /**
   * One line about closed loads, the first of which has one stream.
   *
   * @param found the greatest number of streams that were served well; 0 if none was
   * @param bounded whether a greater number was tried
   */
  public static String line(List<LevelReport> levels, int found, boolean bounded) {
    Optional<LevelReport> alone = levels.stream().filter(level -> level.value() == 1).findFirst();
    String first =
        alone
            .filter(level -> !level.times(Metric.TTFT).isEmpty())
            .map(
                level ->
                    say(
                        "alone: starts after %.0f ms, %.0f tokens/s",
                        level.times(Metric.TTFT).median(), tokenRate(level)))
            .orElse("alone: not measured");
    String goal =
        say(
            "9 of 10 still start within %.1f s and get %.0f tokens/s or more",
            START_MILLIS / MILLIS, TOKENS_A_SECOND);
    if (found == 0 && alone.filter(ServedWell::isMeasured).isEmpty()) {
      return first + " · how many at once is not known";
    }
    if (found == 0) {
      return first + " · not even alone do 9 of 10 start within 0.5 s and get 20 tokens/s";
    }
    return first + " · up to " + found + (bounded ? "" : " or more") + " at once, " + goal;
  }

  /** The rate at which the tokens of one answer come. */
  private static double tokenRate(LevelReport level) {
    double millis = level.times(Metric.TPOT).median();
    return millis > 0 ? MILLIS / millis : level.outputRate();
  }

  private static String say(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
