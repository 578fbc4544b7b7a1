package io.sluice.sink;

import io.sluice.text.DurationText;
import io.sluice.text.NearestName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks and reads the text of an option as its declared type. */
final class OptionValue {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,15})([kMG]?)");
  private static final Pattern BOOLEAN = Pattern.compile("(true|yes)|false|no");
  private static final Pattern NOT_EMPTY = Pattern.compile("(?s).+");

  private OptionValue() {}

  /** Refuses, with a one-line message, a value that is not of the option's type. */
  static void check(String name, SinkOption.Type type, List<String> choices, String value) {
    if (type == SinkOption.Type.SECRET && !SecretSource.isNamedBy(value)) {
      throw new IllegalArgumentException(
          "option '" + name + "' is a secret; use " + name + "=env:NAME or " + name + "=@FILE");
    }
    try {
      read(type, choices, value);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          "option '" + name + "' is '" + value + "'" + remedy(type, choices, value), malformed);
    }
  }

  /** Says how to give an option that is missing. */
  static IllegalArgumentException missing(SinkOption option) {
    String name = option.name();
    String value =
        switch (option.type()) {
          case TEXT -> name + "=" + name.toUpperCase(Locale.ROOT);
          case PATH -> name + "=FILE";
          case SECRET -> name + "=env:NAME or " + name + "=@FILE";
          default -> option.usage();
        };
    return new IllegalArgumentException(name + " is missing; use " + value);
  }

  /** Whether the value of a boolean option says so. */
  static boolean isTrue(String value) {
    return matched(BOOLEAN, value).group(1) != null;
  }

  static long size(String value) {
    Matcher size = matched(SIZE, value);
    int shift = 10 * " kMG".indexOf(size.group(2).isEmpty() ? " " : size.group(2));
    long number = Long.parseLong(size.group(1));
    if (number > Long.MAX_VALUE >> shift) {
      throw new IllegalArgumentException(value);
    }
    return number << shift;
  }

  private static Object read(SinkOption.Type type, List<String> choices, String value) {
    return switch (type) {
      case TEXT, SECRET -> value;
      case INT -> Integer.parseInt(value);
      case SIZE -> size(value);
      case DURATION -> DurationText.parse(value);
      case PATH -> path(value);
      case BOOLEAN -> matched(BOOLEAN, value);
      case ONE_OF -> oneOf(choices, value);
    };
  }

  private static String oneOf(List<String> choices, String value) {
    if (!choices.contains(value)) {
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

  private static String remedy(SinkOption.Type type, List<String> choices, String value) {
    return switch (type) {
      case TEXT, SECRET -> "; use text";
      case INT -> "; use a whole number";
      case SIZE -> "; use bytes, such as 64k or 10M";
      case DURATION -> "; use " + DurationText.EXPECTED;
      case PATH -> "; use a path";
      case BOOLEAN -> "; use true or false";
      case ONE_OF -> nearest(choices, value) + " use one of " + String.join(", ", choices);
    };
  }

  private static String nearest(List<String> choices, String value) {
    return NearestName.of(value, choices)
        .map(choice -> "; did you mean '" + choice + "'?")
        .orElse(";");
  }
}
