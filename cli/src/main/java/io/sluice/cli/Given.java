package io.sluice.cli;

import io.sluice.sink.DurationText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A value somebody gave, and how. Each reading refuses what does not fit, in one line.
 *
 * @param by the flag or the variable, such as {@code --seed} or {@code SLUICE_SEED}
 * @param text the value
 */
record Given(String by, String text) {
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
    try {
      return DurationText.parse(text.strip());
    } catch (IllegalArgumentException none) {
      throw refused(DurationText.EXPECTED, none);
    }
  }

  Path path() {
    try {
      return Path.of(text);
    } catch (InvalidPathException none) {
      throw refused("a path", none);
    }
  }

  private UsageException refused(String expected, Exception cause) {
    return new UsageException(by + " is '" + text + "'; use " + expected, cause);
  }
}
