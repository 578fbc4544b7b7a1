package io.sluice.sink;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options one sink is made with: checked against what its factory declared, so that a factory
 * reads values and never text.
 */
public final class SinkOptions {

  private final Map<String, SinkOption> declared = new HashMap<>();
  private final Map<String, String> values = new HashMap<>();

  private SinkOptions(List<SinkOption> declared, Map<String, String> given) {
    for (SinkOption option : declared) {
      this.declared.put(option.name(), option);
      option.standard().ifPresent(value -> values.put(option.name(), value));
    }
    given.forEach(this::take);
  }

  /**
   * Checks {@code given} against {@code declared}.
   *
   * @throws IllegalArgumentException in one line, if an option is unknown or a value is not of its
   *     type
   */
  public static SinkOptions of(List<SinkOption> declared, Map<String, String> given) {
    return new SinkOptions(declared, given);
  }

  /** The value of a text or a one-of option; empty if none was given and there is no standard. */
  public Optional<String> text(String name) {
    return value(name);
  }

  /** The value of a path option. */
  public Optional<Path> path(String name) {
    return value(name).map(Path::of);
  }

  /** The value of an int option. */
  public Optional<Integer> number(String name) {
    return value(name).map(Integer::parseInt);
  }

  /** The value of a size option, in bytes. */
  public Optional<Long> size(String name) {
    return value(name).map(OptionValue::size);
  }

  /** The value of a duration option. */
  public Optional<Duration> duration(String name) {
    return value(name).map(OptionValue::duration);
  }

  /** Whether a boolean option is set to true. */
  public boolean on(String name) {
    return value(name).filter("true"::equals).isPresent();
  }

  private Optional<String> value(String name) {
    if (!declared.containsKey(name)) {
      throw new IllegalArgumentException("option '" + name + "' was never declared by its factory");
    }
    return Optional.ofNullable(values.get(name));
  }

  private void take(String name, String value) {
    SinkOption option = declared.get(name);
    if (option == null) {
      throw new IllegalArgumentException(NearestName.unknown("option", name, declared.keySet()));
    }
    OptionValue.check(option, value);
    values.put(name, value);
  }
}
