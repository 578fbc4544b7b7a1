package io.sluice.settings;

import io.sluice.text.DurationText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of a setting, and where it was set. Each conversion throws a SettingsException in one
 * line if the text does not fit.
 *
 * @param by what set it: a variable, or the line of a file and its key; begins each message
 * @param text the value
 * @param origin where it was said: {@code by}, without a key
 */
public record SettingValue(String by, String text, String origin) {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9}) ?(B|KiB|MiB|GiB)?");

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

  /** The text as a number of bytes, such as {@code 4MiB}. */
  public long bytes() {
    Matcher parts = SIZE.matcher(text.strip());
    if (!parts.matches()) {
      throw new SettingsException(refusal("a size such as 64KiB, 4MiB or 1GiB"));
    }
    long amount = Long.parseLong(parts.group(1));
    return switch (String.valueOf(parts.group(2))) {
      case "KiB" -> amount << 10;
      case "MiB" -> amount << 20;
      case "GiB" -> amount << 30;
      default -> amount;
    };
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
    return new SettingsException(refusal(expected), cause);
  }

  private String refusal(String expected) {
    return by + " is '" + text + "'; use " + expected;
  }
}
