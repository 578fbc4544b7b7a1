package io.sluice.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A stage as it is written on a command line: {@code name} or {@code name:key=value,key=value}.
 *
 * @param name the name that the stage is bound to
 * @param options the values by key, in the order in which they were written
 */
public record StageSpec(String name, Map<String, String> options) {

  /** Copies the map, keeping its order. */
  public StageSpec {
    Objects.requireNonNull(name, "name");
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /**
   * Parses stages that stand one behind the other, with {@code |} between them. Within an option
   * {@code \|} is a bar; else the rules of {@link SinkSpec#parse} hold.
   *
   * @throws IllegalArgumentException with a one-line message, if the text is not that
   */
  public static List<StageSpec> parse(String chain) {
    return of(parts(chain), chain);
  }

  /** The stages that these parts of a spec name. */
  static List<StageSpec> of(List<String> parts, String whole) {
    String nameless =
        "'"
            + whole
            + "' names no stage behind a '|'; use name or name:key=value,key=value,"
            + " and \\| for a bar in a value";
    return parts.stream()
        .map(part -> NamedOptions.parse(part, "stage", nameless))
        .map(stage -> new StageSpec(stage.name(), stage.options()))
        .toList();
  }

  /** What stands between bars, without blanks before one; a backslash escapes a bar. */
  static List<String> parts(String spec) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < spec.length(); at++) {
      if (spec.charAt(at) == '\\') {
        at++;
      } else if (spec.charAt(at) == '|') {
        parts.add(spec.substring(from, at).stripTrailing());
        from = at + 1;
      }
    }
    parts.add(spec.substring(from));
    return parts;
  }
}
