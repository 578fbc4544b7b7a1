package io.sluice.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one file says.
 *
 * @param settings by key
 * @param endpoints by name
 * @param aliases models by what they are called here
 * @param prices what tokens cost, by model
 * @param prompts by name
 * @param serve of a server for clients
 * @param trust folders whose files may say anything
 */
record SettingsFile(
    Map<SettingKey, Setting> settings,
    Map<String, EndpointEntry> endpoints,
    Map<String, Setting> aliases,
    Map<String, ModelPrices> prices,
    Map<String, NamedPrompt> prompts,
    ServeEntry serve,
    List<String> trust) {

  Optional<Setting> setting(SettingKey key) {
    return Optional.ofNullable(settings.get(key));
  }
}
