package io.sluice.sink;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An option that a sink factory declares.
 *
 * @param name the word before {@code =}
 * @param type the type of the value
 * @param choices the only values, for {@link Type#ONE_OF}
 * @param standard the default value
 * @param description the option's effect, in one line
 */
public record SinkOption(
    String name, Type type, List<String> choices, Optional<String> standard, String description) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException with a one-line message, if the name could not be written on a
   *     command line, there is nothing to choose from, or the default value is not of the type
   */
  public SinkOption {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    choices = List.copyOf(choices);
    Objects.requireNonNull(standard, "standard");
    Objects.requireNonNull(description, "description");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "an option cannot be named '" + name + "'; use letters, digits and -._");
    }
    if ((type == Type.ONE_OF) == choices.isEmpty()) {
      throw new IllegalArgumentException(
          "option '" + name + "' has " + choices.size() + " choices; give some to ONE_OF alone");
    }
    List<String> all = choices;
    standard.ifPresent(value -> OptionValue.check(name, type, all, value));
  }

  /** An option without a default value. */
  public static SinkOption of(String name, Type type, String description) {
    return new SinkOption(name, type, List.of(), Optional.empty(), description);
  }

  /** An option that must have one of these values; the first is the default. */
  public static SinkOption oneOf(String name, List<String> choices, String description) {
    return new SinkOption(name, Type.ONE_OF, choices, Optional.of(choices.get(0)), description);
  }

  /** A boolean option that is false by default. */
  public static SinkOption off(String name, String description) {
    return of(name, Type.BOOLEAN, description).orElse("false");
  }

  /** A copy with a default value. */
  public SinkOption orElse(String value) {
    return new SinkOption(name, type, choices, Optional.of(value), description);
  }

  /** The types of values. */
  public enum Type {
    /** Any text. */
    TEXT,
    /** A whole number. */
    INT,
    /** Bytes, with {@code k}, {@code M} or {@code G} for powers of 1024. */
    SIZE,
    /** A duration such as {@code 500ms}, {@code 10s}, {@code 2m}. */
    DURATION,
    /** A file or folder. */
    PATH,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** One of the declared choices. */
    ONE_OF
  }
}
