package io.sluice.cli.run;

import io.sluice.cli.command.Call;
import io.sluice.cli.settings.ConfigKeys;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.FlagValue;
import io.sluice.cli.settings.NamedEndpoint;
import io.sluice.cli.settings.Setting;
import io.sluice.cli.settings.UsageException;
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

  /** In the dialect that is at {@code defaults}. */
  static ServerChoice of(ServerOptions options, Call call, DialectDefaults defaults) {
    var asked = new ServerLookup(options, call, defaults);
    return options.endpoint().map(asked::named).orElseGet(asked::unnamed);
  }

  private ServerChoice named(NamedEndpoint endpoint) {
    Optional<FlagValue> url = options.url().or(() -> given(endpoint, FlagKey.BASE_URL.setting()));
    boolean isUsual = endpoint.setting(FlagKey.BASE_URL.setting()).isEmpty();
    if (isUsual) {
      url = url.or(() -> variable(defaults.urlVariable()).filter(set -> !set.text().isBlank()));
    }
    return new ServerChoice(Optional.of(endpoint), url, key(endpoint, isUsual));
  }

  private Optional<KeySource> key(NamedEndpoint endpoint, boolean isUsual) {
    Optional<String> name =
        endpoint
            .text(ConfigKeys.KEY_VARIABLE)
            .or(() -> isUsual ? Optional.of(defaults.keyVariable()) : Optional.empty());
    return options
        .keyFile()
        .map(KeyFile::source)
        .or(() -> name.flatMap(this::variable).map(ServerLookup::held))
        .or(() -> given(endpoint, FlagKey.API_KEY_FILE.setting()).map(KeyFile::source))
        .or(() -> given(endpoint, ConfigKeys.KEY_COMMAND).map(this::printed))
        .or(() -> name.map(variable -> missing(endpoint, variable)));
  }

  private ServerChoice unnamed() {
    Optional<FlagValue> url =
        options
            .url()
            .or(() -> variable(defaults.urlVariable()).filter(set -> !set.text().isBlank()))
            .or(() -> ofFiles(FlagKey.BASE_URL.setting()));
    Optional<KeySource> key =
        options
            .keyFile()
            .map(KeyFile::source)
            .or(() -> variable(defaults.keyVariable()).map(ServerLookup::held))
            .or(() -> ofFiles(FlagKey.API_KEY_FILE.setting()).map(KeyFile::source))
            .or(() -> ofFiles(ConfigKeys.KEY_COMMAND).map(this::printed));
    return new ServerChoice(Optional.empty(), url, key);
  }

  /** Where the files name a server or a key, they mean the dialect that they name, and no other. */
  private Optional<FlagValue> ofFiles(String key) {
    String theirs =
        options
            .config()
            .setting(FlagKey.DIALECT.setting())
            .map(Setting::value)
            .orElse(DialectFlag.USUAL);
    boolean meant = options.dialect().filter(given -> !given.text().equals(theirs)).isEmpty();
    return meant
        ? options.config().setting(key).map(setting -> setting.given().get(0))
        : Optional.empty();
  }

  private KeySource printed(FlagValue command) {
    return KeyCommand.source(command, call.streams().err());
  }

  private Optional<FlagValue> variable(String name) {
    return Optional.ofNullable(call.environment().get(name))
        .map(value -> new FlagValue(name, value));
  }

  private static KeySource held(FlagValue variable) {
    return new KeySource("set", variable.by(), variable::text);
  }

  private static KeySource missing(NamedEndpoint endpoint, String variable) {
    return new KeySource(
        "not set",
        variable,
        () -> {
          throw new UsageException(
              "endpoint '"
                  + endpoint.name()
                  + "' has no key; set "
                  + variable
                  + ", or give it an api-key-command in sluice.yaml");
        });
  }

  private static Optional<FlagValue> given(NamedEndpoint endpoint, String key) {
    return endpoint.setting(key).map(setting -> setting.given().get(0));
  }
}
