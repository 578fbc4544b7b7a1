package io.sluice.settings;

import io.sluice.text.DurationText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A value of a setting, and where it was set. Each conversion throws a SettingsException in one
 * line if the text does not fit.
 *
 * @param by what set it: a variable, or the line of a file and its key; begins each message
 * @param text the value
 * @param origin where it was said: {@code by}, without a key
 */
public record SettingValue(String by, String text, String origin) {
  /** A value whose setter says where it was set, too. */
  public SettingValue(String by, String text) {
    this(by, text, by);
  }

  /** The text as a number. */
  public double number() {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException none) {
      throw refused("a number", none);
    }
  }

  /** The text as a whole number of 32 bits. */
  public int count() {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException none) {
      throw refused("a whole number", none);
    }
  }

  /** The text as a whole number of 64 bits. */
  public long whole() {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException none) {
      throw refused("a whole number", none);
    }
  }

  /** The text as a duration, such as {@code 2m}. */
  public Duration duration() {
    try {
      return DurationText.parse(text.strip());
    } catch (IllegalArgumentException none) {
      throw refused(DurationText.EXPECTED, none);
    }
  }

  /** The text as a path. */
  public Path path() {
    try {
      return Path.of(text);
    } catch (InvalidPathException none) {
      throw refused("a path", none);
    }
  }

  private SettingsException refused(String expected, Exception cause) {
    return new SettingsException(by + " is '" + text + "'; use " + expected, cause);
  }
}
