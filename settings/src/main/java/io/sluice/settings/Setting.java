package io.sluice.settings;

import java.util.List;

/**
 * What a file says under one key.
 *
 * @param key the word of a {@link SettingKey}, or the alias of a model
 * @param values one, or those of a list
 * @param place the file and the line
 */
public record Setting(String key, List<String> values, String place) {
  /** Copies the values. */
  public Setting {
    values = List.copyOf(values);
  }

  /** The value; the last of several. */
  public String value() {
    return values.get(values.size() - 1);
  }

  /** The values, each with its place in the file, in order. */
  public List<SettingValue> given() {
    return values.stream()
        .map(value -> new SettingValue(place + ": " + key, value, place))
        .toList();
  }
}
