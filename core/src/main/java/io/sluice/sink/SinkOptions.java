package io.sluice.sink;

import io.sluice.text.DurationText;
import io.sluice.text.NearestName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of one sink, checked against those that its factory declared, so that a factory reads
 * typed values and never text. Each accessor throws {@link IllegalStateException} if the factory
 * declared no such option, or one of another type.
 */
public final class SinkOptions {

  private final Map<String, SinkOption> declared = new HashMap<>();
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Secret> secrets = new HashMap<>();

  private SinkOptions(
      List<SinkOption> declared, Map<String, String> given, Map<String, String> environment) {
    for (SinkOption option : declared) {
      this.declared.put(option.name(), option);
      option.standard().ifPresent(value -> values.put(option.name(), value));
    }
    given.forEach(this::take);
    for (SinkOption option : declared) {
      if (option.isRequired() && !values.containsKey(option.name())) {
        throw OptionValue.missing(option);
      }
      if (option.type() == SinkOption.Type.SECRET && values.containsKey(option.name())) {
        String source = values.get(option.name());
        secrets.put(option.name(), SecretSource.read(option.name(), source, environment));
      }
    }
  }

  /**
   * Checks {@code given} against {@code declared}, and reads secrets from the variables of this
   * process.
   *
   * @throws IllegalArgumentException as the other method does
   */
  public static SinkOptions of(List<SinkOption> declared, Map<String, String> given) {
    return of(declared, given, System.getenv());
  }

  /**
   * Checks {@code given} against {@code declared}, and reads secrets.
   *
   * @param environment the variables that {@code env:NAME} names
   * @throws IllegalArgumentException with a one-line message, if an option is unknown or missing, a
   *     value is not of its type, or a secret cannot be read
   */
  public static SinkOptions of(
      List<SinkOption> declared, Map<String, String> given, Map<String, String> environment) {
    return new SinkOptions(declared, given, environment);
  }

  /** The value of a text or a one-of option; empty if none was given and there is no default. */
  public Optional<String> text(String name) {
    return value(name, SinkOption.Type.TEXT, SinkOption.Type.ONE_OF);
  }

  /** The value of a path option. */
  public Optional<Path> path(String name) {
    return value(name, SinkOption.Type.PATH).map(Path::of);
  }

  /** The value of an int option. */
  public Optional<Integer> number(String name) {
    return value(name, SinkOption.Type.INT).map(Integer::parseInt);
  }

  /** The value of a size option, in bytes. */
  public Optional<Long> size(String name) {
    return value(name, SinkOption.Type.SIZE).map(OptionValue::size);
  }

  /** The value of a duration option. */
  public Optional<Duration> duration(String name) {
    return value(name, SinkOption.Type.DURATION).map(DurationText::parse);
  }

  /** The value of a secret option, as it was when these options were made. */
  public Optional<Secret> secret(String name) {
    value(name, SinkOption.Type.SECRET);
    return Optional.ofNullable(secrets.get(name));
  }

  /** Whether any secret was given. */
  public boolean hasSecrets() {
    return !secrets.isEmpty();
  }

  /** The text with a mask in place of each secret that was given. */
  public String masked(String text) {
    String masked = text;
    for (Secret secret : secrets.values()) {
      masked = masked.replace(secret.reveal(), Secret.MASK);
    }
    return masked;
  }

  /** Whether a boolean option is set to {@code true} or {@code yes}. */
  public boolean on(String name) {
    return value(name, SinkOption.Type.BOOLEAN).filter(OptionValue::isTrue).isPresent();
  }

  /**
   * A factory may only read options that it declared, so that a mistake in it is detected at once.
   */
  private Optional<String> value(String name, SinkOption.Type... types) {
    SinkOption option = declared.get(name);
    if (option == null) {
      throw new IllegalStateException("option '" + name + "' was never declared by its factory");
    }
    if (!List.of(types).contains(option.type())) {
      throw new IllegalStateException(
          "option '" + name + "' was declared as " + option.type() + " and is read as " + types[0]);
    }
    return Optional.ofNullable(values.get(name));
  }

  private void take(String name, String value) {
    SinkOption option = declared.get(name);
    if (option == null) {
      throw new IllegalArgumentException(NearestName.unknown("option", name, declared.keySet()));
    }
    OptionValue.check(name, option.type(), option.choices(), value);
    values.put(name, value);
  }
}
