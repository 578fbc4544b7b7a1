package io.sluice.cli.config;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.run.PluginOptions;
import io.sluice.cli.run.ServerOptions;
import io.sluice.cli.run.TlsOptions;
import io.sluice.cli.settings.FlagKey;
import io.sluice.settings.Setting;
import io.sluice.settings.SettingKey;
import io.sluice.settings.SettingValue;
import io.sluice.settings.Settings;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of {@code sluice config show}: what the flags of a call come to.
 *
 * @param server what is said of the server
 * @param model the model that is named
 * @param plugins the plugins that may bring the dialect
 * @param others the values of all other settings that have one, in the order of the help
 * @param settings what the settings files say
 * @param json whether one JSON object is printed
 */
record ConfigOptions(
    ServerOptions server,
    Optional<SettingValue> model,
    PluginOptions plugins,
    Map<SettingKey, List<SettingValue>> others,
    Settings settings,
    boolean json) {
  ConfigOptions {
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** The flags that name the server, which are shown together. */
  private static final Set<FlagKey> SERVER =
      Set.of(
          FlagKey.ENDPOINT, FlagKey.BASE_URL, FlagKey.DIALECT, FlagKey.MODEL, FlagKey.API_KEY_FILE);

  static ConfigOptions of(Arguments arguments) {
    return new ConfigOptions(
        ServerOptions.of(arguments),
        arguments.value(FlagKey.MODEL),
        PluginOptions.of(arguments),
        others(arguments),
        arguments.files(),
        arguments.flagged(FlagKey.JSON));
  }

  private static Map<SettingKey, List<SettingValue>> others(Arguments arguments) {
    Map<SettingKey, List<SettingValue>> all = new LinkedHashMap<>();
    Arrays.stream(FlagKey.values())
        .filter(flag -> !SERVER.contains(flag))
        .forEach(
            flag -> flag.setting().ifPresent(key -> all.put(key, values(flag, key, arguments))));
    return all;
  }

  private static List<SettingValue> values(FlagKey flag, SettingKey key, Arguments arguments) {
    if (arguments.switchedOn(flag)) {
      return List.of(new SettingValue(flag.flag(), "true"));
    }
    List<SettingValue> values =
        flag == FlagKey.CA_FILE
            ? TlsOptions.authorities(arguments).stream().toList()
            : arguments.values(flag);
    return values.isEmpty() && !arguments.has(flag)
        ? ofOtherCommands(flag, key, arguments)
        : values;
  }

  /** The values of a flag that {@code ask} does not have. */
  private static List<SettingValue> ofOtherCommands(
      FlagKey flag, SettingKey key, Arguments arguments) {
    String variable = flag.variable();
    return arguments
        .variable(variable)
        .map(text -> List.of(new SettingValue(variable, text)))
        .orElseGet(() -> arguments.files().setting(key).map(Setting::given).orElse(List.of()));
  }
}
