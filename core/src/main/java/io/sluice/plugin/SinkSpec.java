package io.sluice.plugin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A sink as it is written on a command line: {@code name} or {@code name:key=value,key=value}.
 *
 * @param name the name that the sink is bound to
 * @param options the values by key, in the order in which they were written
 */
public record SinkSpec(String name, Map<String, String> options) {

  /** Copies the map, keeping its order. */
  public SinkSpec {
    Objects.requireNonNull(name, "name");
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /**
   * Parses a spec. Only the first {@code :} and the first {@code =} of each option are separators;
   * {@code \,} is a comma and {@code \\} a backslash within an option, any other backslash stands
   * for itself.
   *
   * @throws IllegalArgumentException with a one-line message, if the text is not a spec
   */
  public static SinkSpec parse(String spec) {
    int colon = spec.indexOf(':');
    String name = (colon < 0 ? spec : spec.substring(0, colon)).strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "sink spec '" + spec + "' names no sink; use name or name:key=value,key=value");
    }
    return new SinkSpec(
        name, colon < 0 ? Map.of() : new SpecOptions(name).read(spec.substring(colon + 1)));
  }
}
