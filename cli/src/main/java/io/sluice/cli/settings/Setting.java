package io.sluice.cli.settings;

import java.util.List;

/**
 * What a file says under one key.
 *
 * @param key the name of a flag without its dashes, or one of the file's own
 * @param values one, or those of a list
 * @param place the file and the line
 */
public record Setting(String key, List<String> values, String place) {
  public Setting {
    values = List.copyOf(values);
  }

  /** The value, the last of several. */
  public String value() {
    return values.get(values.size() - 1);
  }

  /** The values as those of a flag, each with its place in the file. */
  public List<FlagValue> given() {
    return values.stream().map(value -> new FlagValue(place + ": " + key, value, place)).toList();
  }
}
