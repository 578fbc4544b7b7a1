package io.sluice.sink;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of an option as the type it was declared with. */
final class OptionValue {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,15})([kMG]?)");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,12})(ms|s|m)");
  private static final Pattern BOOLEAN = Pattern.compile("true|false");
  private static final Pattern NOT_EMPTY = Pattern.compile("(?s).+");

  private OptionValue() {}

  static void check(SinkOption option, String value) {
    try {
      read(option, value);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          "option '" + option.name() + "' is '" + value + "'; use " + expected(option), malformed);
    }
  }

  static long size(String value) {
    Matcher size = matched(SIZE, value);
    int shift = 10 * " kMG".indexOf(size.group(2).isEmpty() ? " " : size.group(2));
    return Math.multiplyExact(Long.parseLong(size.group(1)), 1L << shift);
  }

  static Duration duration(String value) {
    Matcher duration = matched(DURATION, value);
    long amount = Long.parseLong(duration.group(1));
    return switch (duration.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      default -> Duration.ofMinutes(amount);
    };
  }

  private static Object read(SinkOption option, String value) {
    return switch (option.type()) {
      case TEXT -> value;
      case INT -> Integer.parseInt(value);
      case SIZE -> size(value);
      case DURATION -> duration(value);
      case PATH -> path(value);
      case BOOLEAN -> matched(BOOLEAN, value);
      case ONE_OF -> oneOf(option, value);
    };
  }

  private static String oneOf(SinkOption option, String value) {
    if (!option.choices().contains(value)) {
      throw new IllegalArgumentException(value);
    }
    return value;
  }

  private static Path path(String value) {
    try {
      return Path.of(matched(NOT_EMPTY, value).group());
    } catch (InvalidPathException malformed) {
      throw new IllegalArgumentException(malformed.getMessage(), malformed);
    }
  }

  private static Matcher matched(Pattern pattern, String value) {
    Matcher matcher = pattern.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(value);
    }
    return matcher;
  }

  private static String expected(SinkOption option) {
    return switch (option.type()) {
      case TEXT -> "text";
      case INT -> "a whole number";
      case SIZE -> "bytes, such as 64k or 10M";
      case DURATION -> "a duration, such as 500ms, 10s or 2m";
      case PATH -> "a path";
      case BOOLEAN -> "true or false";
      case ONE_OF -> "one of " + String.join(", ", option.choices());
    };
  }
}
