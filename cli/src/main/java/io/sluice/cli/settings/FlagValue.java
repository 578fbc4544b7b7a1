package io.sluice.cli.settings;

import io.sluice.sink.DurationText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A value of a flag, and where it was set. Each conversion refuses what does not fit, in one line.
 *
 * @param by the flag, the variable, or the line of a file and its key, such as {@code --seed} or
 *     {@code SLUICE_SEED}
 * @param text the value
 * @param origin the same without a key: where it was said
 */
public record FlagValue(String by, String text, String origin) {
  /** A value whose setter says where it was set, too. */
  public FlagValue(String by, String text) {
    this(by, text, by);
  }

  public double number() {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException none) {
      throw refused("a number", none);
    }
  }

  public int count() {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException none) {
      throw refused("a whole number", none);
    }
  }

  public long whole() {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException none) {
      throw refused("a whole number", none);
    }
  }

  public Duration duration() {
    try {
      return DurationText.parse(text.strip());
    } catch (IllegalArgumentException none) {
      throw refused(DurationText.EXPECTED, none);
    }
  }

  public Path path() {
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
