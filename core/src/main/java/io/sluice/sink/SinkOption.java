package io.sluice.sink;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An option that a sink factory declares. Immutable; two are equal if they declare the same. The
 * factories make options, and {@link #orElse} makes one that differs from this.
 */
public final class SinkOption {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final String name;
  private final Type type;
  private final List<String> choices;
  private final Optional<String> standard;
  private final Presence presence;
  private final String description;

  private SinkOption(
      String name,
      Type type,
      List<String> choices,
      Optional<String> standard,
      Presence presence,
      String description) {
    this.name = Objects.requireNonNull(name, "name");
    this.type = Objects.requireNonNull(type, "type");
    this.choices = List.copyOf(choices);
    this.standard = standard;
    this.presence = presence;
    this.description = Objects.requireNonNull(description, "description");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "an option cannot be named '" + name + "'; use letters, digits and -._");
    }
    standard.ifPresent(value -> OptionValue.check(name, type, choices, value));
  }

  /**
   * An option without a standard value.
   *
   * @throws IllegalArgumentException in one line, if the name could not be written on a command
   *     line, or if the type is {@link Type#ONE_OF}, which {@link #oneOf} makes
   */
  public static SinkOption of(String name, Type type, String description) {
    if (type == Type.ONE_OF) {
      throw new IllegalArgumentException(
          "option '" + name + "' has no choices; make it by SinkOption.oneOf");
    }
    return new SinkOption(name, type, List.of(), Optional.empty(), Presence.OPTIONAL, description);
  }

  /**
   * An option that must be one of these; the first is the standard.
   *
   * @throws IllegalArgumentException in one line, if the name could not be written on a command
   *     line, or if there is nothing to choose from
   */
  public static SinkOption oneOf(String name, List<String> choices, String description) {
    if (choices.isEmpty()) {
      throw new IllegalArgumentException("option '" + name + "' has no choices; give it some");
    }
    return new SinkOption(
        name, Type.ONE_OF, choices, Optional.of(choices.get(0)), Presence.OPTIONAL, description);
  }

  /** A boolean option that is false by default. */
  public static SinkOption off(String name, String description) {
    return of(name, Type.BOOLEAN, description).orElse("false");
  }

  /**
   * This option with a standard value.
   *
   * @throws IllegalArgumentException in one line, if the value is not of the type, or if this is a
   *     secret, which has none
   */
  public SinkOption orElse(String value) {
    if (type == Type.SECRET) {
      throw new IllegalArgumentException(
          "option '" + name + "' is a secret, which has no standard value");
    }
    return new SinkOption(name, type, choices, Optional.of(value), Presence.OPTIONAL, description);
  }

  /** This option, which must be given; a standard value no longer counts. */
  public SinkOption required() {
    return new SinkOption(name, type, choices, Optional.empty(), Presence.REQUIRED, description);
  }

  /** The option's name: the word before {@code =}. */
  public String name() {
    return name;
  }

  /** The type that the value must have. */
  public Type type() {
    return type;
  }

  /** The values that an option of {@link Type#ONE_OF} accepts; else empty. Unmodifiable. */
  public List<String> choices() {
    return choices;
  }

  /** The value that counts if none is given. */
  public Optional<String> standard() {
    return standard;
  }

  /** Whether the option must be given. */
  public boolean isRequired() {
    return presence == Presence.REQUIRED;
  }

  /** How the option is written, as in {@code overwrite=true|false}, for people. */
  public String usage() {
    return name
        + "="
        + switch (type) {
          case BOOLEAN -> "true|false";
          case ONE_OF -> String.join("|", choices);
          case SECRET -> SecretSource.VARIABLE + "NAME|" + SecretSource.FILE + "FILE";
          default -> type.name();
        };
  }

  /** The purpose of the option, in one line. */
  public String description() {
    return description;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof SinkOption option && values().equals(option.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "SinkOption" + values();
  }

  private List<Object> values() {
    return List.of(name, type, choices, standard, presence, description);
  }

  /**
   * The types that the value of an option can have. A minor version may add types, so a switch over
   * them needs a default.
   */
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
    ONE_OF,
    /**
     * A token or the like, by the name of a variable or a file: {@code env:NAME} or {@code @FILE}.
     * Written out it is refused, because others can see it in the list of processes.
     */
    SECRET
  }

  /** Whether an option must be given. */
  private enum Presence {
    OPTIONAL,
    REQUIRED
  }
}
