package io.sluice.bench.load;

import io.sluice.text.DurationText;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of streams that grows evenly.
 *
 * @param from the streams at the start, at least 1
 * @param to the streams at the end, at least {@code from}
 * @param over the time from the first of them to the last
 */
public record Ramp(int from, int to, Duration over) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.\\.(\\d{1,6})/(\\w+)");

  /** Refuses a ramp that does not grow. */
  public Ramp {
    if (from < 1 || to < from || over.isNegative() || over.isZero()) {
      throw new IllegalArgumentException(
          "a ramp from " + from + " to " + to + " does not grow; use FROM..TO/TIME with FROM ≤ TO");
    }
  }

  /**
   * Reads {@code 1..50/60s}.
   *
   * @throws IllegalArgumentException in one line, for anything else
   */
  public static Ramp parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no ramp; use FROM..TO/TIME, such as 1..50/60s");
    }
    return new Ramp(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        DurationText.parse(parts.group(3)));
  }

  /** When the stream with that number, from 0, begins: nanoseconds since the start. */
  public long begins(int stream) {
    int later = stream - from + 1;
    return later <= 0 ? 0 : over.toNanos() / (to - from) * later;
  }

  /** The text that {@link #parse} reads. */
  @Override
  public String toString() {
    return from + ".." + to + "/" + over.toMillis() / 1000.0 + "s";
  }
}
