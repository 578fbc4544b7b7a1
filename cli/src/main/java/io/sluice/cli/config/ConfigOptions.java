package io.sluice.cli.config;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.run.PluginOptions;
import io.sluice.cli.run.ServerOptions;
import io.sluice.cli.run.TlsOptions;
import io.sluice.cli.settings.Config;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.FlagValue;
import io.sluice.cli.settings.Setting;
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
 * @param others the values of all other flags that have one, in the order of the help
 * @param config what the settings files say
 * @param json whether one JSON object is printed
 */
record ConfigOptions(
    ServerOptions server,
    Optional<FlagValue> model,
    PluginOptions plugins,
    Map<FlagKey, List<FlagValue>> others,
    Config config,
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
        arguments.config(),
        arguments.flagged(FlagKey.JSON));
  }

  private static Map<FlagKey, List<FlagValue>> others(Arguments arguments) {
    Map<FlagKey, List<FlagValue>> all = new LinkedHashMap<>();
    Arrays.stream(FlagKey.values())
        .filter(flag -> !flag.isForOneCall() && !SERVER.contains(flag))
        .forEach(flag -> all.put(flag, values(flag, arguments)));
    return all;
  }

  private static List<FlagValue> values(FlagKey flag, Arguments arguments) {
    if (arguments.switchedOn(flag)) {
      return List.of(new FlagValue(flag.flag(), "true"));
    }
    List<FlagValue> values =
        flag == FlagKey.CA_FILE
            ? TlsOptions.authorities(arguments).stream().toList()
            : arguments.values(flag);
    return values.isEmpty() && !arguments.has(flag) ? ofOtherCommands(flag, arguments) : values;
  }

  /** The values of a flag that {@code ask} does not have. */
  private static List<FlagValue> ofOtherCommands(FlagKey flag, Arguments arguments) {
    String variable = flag.variable();
    return arguments
        .variable(variable)
        .map(text -> List.of(new FlagValue(variable, text)))
        .orElseGet(
            () -> arguments.config().setting(flag.setting()).map(Setting::given).orElse(List.of()));
  }
}
