package io.sluice.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one file says of a server for clients.
 *
 * @param settings by key; those that such a server may have
 * @param tokens what its callers may show
 */
record ServeEntry(Map<SettingKey, Setting> settings, List<CallerToken> tokens) {
  ServeEntry {
    settings = Map.copyOf(settings);
    tokens = List.copyOf(tokens);
  }

  Optional<Setting> setting(SettingKey key) {
    return Optional.ofNullable(settings.get(key));
  }
}
