package io.sluice.plugin;

import io.sluice.replay.RunSourceFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where one run is, as it is written on a command line: {@code name:key=value,key=value}.
 *
 * @param name the name that the source of runs is bound to
 * @param options the values by key, in the order in which they were written
 */
public record RunSourceSpec(String name, Map<String, String> options) {

  /** Copies the map, keeping its order. */
  public RunSourceSpec {
    Objects.requireNonNull(name, "name");
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /**
   * Parses a spec. Separators and backslashes are as in {@link SinkSpec#parse}, and a bar is one
   * only there.
   *
   * @throws IllegalArgumentException with a one-line message, if the text is not a spec
   */
  public static RunSourceSpec parse(String spec) {
    NamedOptions read =
        NamedOptions.parse(
            spec,
            PluginKind.RUN_SOURCE.word(),
            "'" + spec + "' names no source of runs; use name:key=value,key=value");
    return new RunSourceSpec(read.name(), read.options());
  }

  /** This spec with that run, instead of the one that it may name. */
  public RunSourceSpec of(String run) {
    var named = new LinkedHashMap<>(options);
    named.put(RunSourceFactory.RUN, run);
    return new RunSourceSpec(name, named);
  }
}
