package io.sluice.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value somebody gave, and how. Each reading refuses what does not fit, in one line.
 *
 * @param by the flag or the variable, such as {@code --seed} or {@code SLUICE_SEED}
 * @param text the value
 */
record Given(String by, String text) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,12})(ms|s|m)");

  double number() {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException none) {
      throw refused("a number", none);
    }
  }

  int count() {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException none) {
      throw refused("a whole number", none);
    }
  }

  long whole() {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException none) {
      throw refused("a whole number", none);
    }
  }

  Duration duration() {
    Matcher parts = DURATION.matcher(text.strip());
    if (!parts.matches()) {
      throw new UsageException(refusal("a duration such as 500ms, 10s or 2m"));
    }
    long amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      default -> Duration.ofMinutes(amount);
    };
  }

  Path path() {
    try {
      return Path.of(text);
    } catch (InvalidPathException none) {
      throw refused("a path", none);
    }
  }

  private UsageException refused(String expected, Exception cause) {
    return new UsageException(refusal(expected), cause);
  }

  private String refusal(String expected) {
    return by + " is '" + text + "'; use " + expected;
  }
}
