package io.sluice.cli.settings;

import java.util.List;
import java.util.Map;

/**
 * What one file says.
 *
 * @param settings by key
 * @param endpoints by name
 * @param aliases models by what they are called here
 * @param trust folders whose files may say anything
 */
record ConfigFile(
    Map<String, Setting> settings,
    Map<String, NamedEndpoint> endpoints,
    Map<String, Setting> aliases,
    List<String> trust) {}
