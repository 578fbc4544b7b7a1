package io.sluice.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What files say of one endpoint.
 *
 * @param settings by key; those that an endpoint may have
 */
record EndpointEntry(String name, Map<SettingKey, Setting> settings) {
  EndpointEntry {
    settings = Map.copyOf(settings);
  }

  /** This entry, with what {@code other} says in place of what it says itself. */
  EndpointEntry with(EndpointEntry other) {
    Map<SettingKey, Setting> both = new EnumMap<>(SettingKey.class);
    both.putAll(settings);
    both.putAll(other.settings);
    return new EndpointEntry(name, both);
  }

  Optional<Setting> setting(SettingKey key) {
    return Optional.ofNullable(settings.get(key));
  }
}
