package io.sluice.plugin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A sink as it is written on a command line: {@code name} or {@code name:key=value,key=value}, and
 * behind it perhaps the stages that stand before the sink, as in {@code file:path=a.md|words}.
 *
 * @param name the name that the sink is bound to
 * @param options the values by key, in the order in which they were written
 * @param stages the stages, in the order in which chunks visit them
 */
public record SinkSpec(String name, Map<String, String> options, List<StageSpec> stages) {

  /** Copies the map, keeping its order, and the list. */
  public SinkSpec {
    Objects.requireNonNull(name, "name");
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    stages = List.copyOf(stages);
  }

  /** A sink without stages of its own. */
  public SinkSpec(String name, Map<String, String> options) {
    this(name, options, List.of());
  }

  /**
   * Parses a spec. Only the first {@code :} and the first {@code =} of each option are separators;
   * {@code \,} is a comma, {@code \|} a bar and {@code \\} a backslash within an option, any other
   * backslash stands for itself. A bar begins a stage.
   *
   * @throws IllegalArgumentException with a one-line message, if the text is not a spec
   */
  public static SinkSpec parse(String spec) {
    List<String> parts = StageSpec.parts(spec);
    NamedOptions sink =
        NamedOptions.parse(
            parts.get(0),
            "sink",
            "sink spec '" + spec + "' names no sink; use name or name:key=value,key=value");
    List<StageSpec> stages = StageSpec.of(parts.subList(1, parts.size()), spec);
    return new SinkSpec(sink.name(), sink.options(), stages);
  }
}
