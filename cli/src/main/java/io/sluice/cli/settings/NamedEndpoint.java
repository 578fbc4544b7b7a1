package io.sluice.cli.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody to ask, by name: where, in which dialect, with which key, and what else is to hold where
 * it is asked.
 *
 * @param settings by key; those of {@link ConfigKeys} that an endpoint may have
 */
public record NamedEndpoint(String name, Map<String, Setting> settings) {
  public NamedEndpoint {
    settings = Map.copyOf(settings);
  }

  /** This one, with what {@code other} says in place of what it says itself. */
  NamedEndpoint with(NamedEndpoint other) {
    Map<String, Setting> both = new LinkedHashMap<>(settings);
    both.putAll(other.settings);
    return new NamedEndpoint(name, both);
  }

  public Optional<Setting> setting(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  public Optional<String> text(String key) {
    return setting(key).map(Setting::value);
  }
}
