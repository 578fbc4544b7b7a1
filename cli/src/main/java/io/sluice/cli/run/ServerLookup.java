package io.sluice.cli.run;

import io.sluice.cli.command.Call;
import io.sluice.settings.KeySource;
import io.sluice.settings.NamedEndpoint;
import io.sluice.settings.Setting;
import io.sluice.settings.SettingKey;
import io.sluice.settings.SettingValue;
import io.sluice.settings.Settings;
import io.sluice.wire.DialectDefaults;
import java.util.Optional;

/**
 * Finds the server that a call asks. The command line comes before the environment, that before the
 * files; and an endpoint that is named is asked with its own key and with no other.
 */
final class ServerLookup {

  private final ServerOptions options;
  private final Call call;
  private final DialectDefaults defaults;

  private ServerLookup(ServerOptions options, Call call, DialectDefaults defaults) {
    this.options = options;
    this.call = call;
    this.defaults = defaults;
  }

  /** Finds the server to ask in the dialect with these defaults. */
  static ServerChoice of(ServerOptions options, Call call, DialectDefaults defaults) {
    var asked = new ServerLookup(options, call, defaults);
    return options.endpoint().map(asked::named).orElseGet(asked::unnamed);
  }

  private ServerChoice named(NamedEndpoint endpoint) {
    Optional<SettingValue> url = options.url().or(() -> endpoint.url(defaults));
    Optional<KeySource> key =
        options
            .keyFile()
            .map(KeySource::file)
            .or(() -> endpoint.key(defaults, call.streams().err()));
    return new ServerChoice(Optional.of(endpoint), url, key, options.headers());
  }

  private ServerChoice unnamed() {
    Optional<SettingValue> url =
        options
            .url()
            .or(this::ofUrlVariables)
            .or(() -> ofFiles(SettingKey.BASE_URL))
            .or(() -> defaults.localUrl().map(local -> new SettingValue("the dialect", local)));
    Optional<KeySource> key =
        options
            .keyFile()
            .map(KeySource::file)
            .or(() -> ofKeyVariables().map(KeySource::variable))
            .or(() -> ofFiles(SettingKey.API_KEY_FILE).map(KeySource::file))
            .or(
                () ->
                    ofFiles(SettingKey.API_KEY_COMMAND)
                        .map(given -> KeySource.command(given, call.streams().err())));
    return new ServerChoice(Optional.empty(), url, key, options.headers());
  }

  /** Where the files name a server or a key, they mean the dialect that they name, and no other. */
  private Optional<SettingValue> ofFiles(SettingKey key) {
    Settings files = options.settings();
    String theirs = files.setting(SettingKey.DIALECT).map(Setting::value).orElse(DialectFlag.USUAL);
    boolean meant = options.dialect().filter(given -> !given.text().equals(theirs)).isEmpty();
    return meant ? files.setting(key).map(setting -> setting.given().get(0)) : Optional.empty();
  }

  private Optional<SettingValue> ofUrlVariables() {
    for (DialectDefaults.UrlVariable named : defaults.urlVariables()) {
      String set = call.environment().getOrDefault(named.name(), "");
      if (!set.isBlank()) {
        return Optional.of(new SettingValue(named.name(), named.url(set)));
      }
    }
    return Optional.empty();
  }

  private Optional<SettingValue> ofKeyVariables() {
    return defaults.keyVariables().stream().flatMap(name -> variable(name).stream()).findFirst();
  }

  private Optional<SettingValue> variable(String name) {
    return Optional.ofNullable(call.environment().get(name))
        .map(value -> new SettingValue(name, value));
  }
}
