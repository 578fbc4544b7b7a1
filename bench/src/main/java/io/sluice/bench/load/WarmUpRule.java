package io.sluice.bench.load;

import io.sluice.text.DurationText;
import java.time.Duration;

/**
 * How much of the beginning of a level is not measured: a time, a number of requests, or a share of
 * the level. Immutable.
 *
 * @param time the time; zero for none
 * @param requests the number of requests; 0 for none
 * @param share the share of the level's time or requests, from 0 to below 1
 */
public record WarmUpRule(Duration time, int requests, double share) {

  /** Refuses what leaves nothing to be measured. */
  public WarmUpRule {
    if (time.isNegative() || requests < 0 || !(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(
          "a warm-up must be a time, a number of requests or below 100 %");
    }
  }

  /** A tenth of the level. */
  public static WarmUpRule usual() {
    return new WarmUpRule(Duration.ZERO, 0, 0.1);
  }

  /**
   * Reads {@code 10s}, {@code 50} or {@code 10%}.
   *
   * @throws IllegalArgumentException in one line, for anything else
   */
  public static WarmUpRule parse(String text) {
    String word = text.strip();
    try {
      if (word.endsWith("%")) {
        double percent = Double.parseDouble(word.substring(0, word.length() - 1));
        return new WarmUpRule(Duration.ZERO, 0, percent / 100);
      }
      return word.matches("\\d{1,9}")
          ? new WarmUpRule(Duration.ZERO, Integer.parseInt(word), 0)
          : new WarmUpRule(DurationText.parse(word), 0, 0);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException(
          "'" + text + "' is no warm-up; use a time, a number of requests or a share: 10s, 50, 10%",
          none);
    }
  }
}
