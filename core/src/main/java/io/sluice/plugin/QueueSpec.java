package io.sluice.plugin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A queue as it is written on a command line: {@code name} or {@code name:key=value,key=value}.
 *
 * @param name the name that the queue is bound to
 * @param options the values by key, in the order in which they were written
 */
public record QueueSpec(String name, Map<String, String> options) {

  /** Copies the map, keeping its order. */
  public QueueSpec {
    Objects.requireNonNull(name, "name");
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /**
   * Parses a spec. Separators and backslashes are as in {@link SinkSpec#parse}, and a bar is one
   * only there.
   *
   * @throws IllegalArgumentException with a one-line message, if the text is not a spec
   */
  public static QueueSpec parse(String spec) {
    NamedOptions queue =
        NamedOptions.parse(
            spec,
            "queue",
            "queue spec '" + spec + "' names no queue; use name or name:key=value,key=value");
    return new QueueSpec(queue.name(), queue.options());
  }
}
