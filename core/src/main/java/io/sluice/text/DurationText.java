package io.sluice.text;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes and parses durations such as {@code 500ms}, {@code 10s}, {@code 2m}. */
public final class DurationText {

  /** The form of a length of time, for the message that refuses another one. */
  public static final String EXPECTED = "a duration such as 500ms, 10s or 2m";

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,12})(ms|s|m)");

  private DurationText() {}

  /** Returns a length for people: in seconds if it is a whole number of them, else milliseconds. */
  public static String of(Duration length) {
    return length.toMillis() % 1000 == 0 ? length.toSeconds() + " s" : length.toMillis() + " ms";
  }

  /**
   * Returns the length that {@code text} says.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public static Duration parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not " + EXPECTED);
    }
    long amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      default -> Duration.ofMinutes(amount);
    };
  }
}
