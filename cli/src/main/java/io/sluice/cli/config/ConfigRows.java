package io.sluice.cli.config;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.run.ConnectionFlags;
import io.sluice.cli.run.DialectFlag;
import io.sluice.cli.run.ServerChoice;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.run.TlsFlags;
import io.sluice.cli.run.Upstream;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.settings.Setting;
import io.sluice.settings.SettingKey;
import io.sluice.settings.SettingValue;
import io.sluice.settings.Settings;
import io.sluice.wire.Dialect;
import io.sluice.wire.DialectDefaults;
import io.sluice.wire.Endpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What holds for a call, and who said so. No key is fetched, and none is shown. */
final class ConfigRows {
  /** The settings that name the server, which are shown together. */
  private static final Set<FlagKey> SERVER =
      Set.of(
          FlagKey.ENDPOINT, FlagKey.BASE_URL, FlagKey.DIALECT, FlagKey.MODEL, FlagKey.API_KEY_FILE);

  private static final String OF_DIALECT = "the dialect's own";

  private final Call call;
  private final Arguments arguments;
  private final List<Row> rows = new ArrayList<>();

  private ConfigRows(Call call) {
    this.call = call;
    this.arguments = call.arguments();
  }

  static List<Row> of(Call call) {
    var rows = new ConfigRows(call);
    rows.server();
    Arrays.stream(FlagKey.values())
        .filter(flag -> !SERVER.contains(flag))
        .forEach(flag -> flag.setting().ifPresent(key -> rows.flag(flag, key)));
    for (Setting alias : call.arguments().files().aliases()) {
      rows.add("alias " + alias.key(), alias.value(), alias.place());
    }
    return List.copyOf(rows.rows);
  }

  private void server() {
    try (Sinks sinks = Sinks.named(List.of(), call)) {
      Dialect dialect = DialectFlag.of(arguments, sinks);
      Optional<ServerChoice> choice = ConnectionFlags.server(call, dialect.defaults());
      if (choice.isPresent()) {
        server(choice.get(), dialect);
      } else {
        String why =
            arguments.on(FlagKey.OFFLINE) ? "offline" : "no server is named, no key is set";
        add(SettingKey.MODEL, Upstream.BUILT_IN_MODEL, why);
      }
    }
  }

  private void server(ServerChoice choice, Dialect dialect) {
    DialectDefaults defaults = dialect.defaults();
    choice.endpoint().ifPresent(named -> add(SettingKey.ENDPOINT, named.name(), named.namedBy()));
    String url = choice.url().map(SettingValue::text).or(defaults::url).orElse("");
    add(
        SettingKey.BASE_URL,
        checked(url),
        choice.url().map(SettingValue::origin).orElse(OF_DIALECT));
    String speaks =
        arguments.value(FlagKey.DIALECT).map(SettingValue::origin).orElse("the usual one");
    add(SettingKey.DIALECT, dialect.name(), speaks);
    Optional<SettingValue> model = arguments.value(FlagKey.MODEL);
    if (model.isPresent()) {
      add(SettingKey.MODEL, model.get().text(), model.get().origin());
    } else if (choice.isUsual() && defaults.model().isPresent()) {
      add(SettingKey.MODEL, defaults.model().get(), OF_DIALECT);
    }
    choice.key().ifPresent(key -> add("api-key", key.state(), key.origin()));
  }

  private void flag(FlagKey flag, SettingKey key) {
    if (arguments.switchedOn(flag)) {
      add(key, "true", flag.flag());
    } else {
      said(flag, key).forEach(given -> add(key, given.text(), given.origin()));
    }
  }

  /** Also of flags that other commands have. */
  private List<SettingValue> said(FlagKey flag, SettingKey key) {
    List<SettingValue> values =
        flag == FlagKey.CA_FILE
            ? TlsFlags.authorities(arguments).stream().toList()
            : arguments.values(flag);
    if (!values.isEmpty() || arguments.has(flag)) {
      return values;
    }
    String variable = flag.variable();
    return arguments
        .variable(variable)
        .map(text -> List.of(new SettingValue(variable, text)))
        .orElseGet(() -> arguments.files().setting(key).map(Setting::given).orElse(List.of()));
  }

  private static String checked(String url) {
    try {
      return url.isEmpty() ? "none" : Endpoint.of(url).baseUrl().toString();
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }

  private void add(SettingKey key, String value, String from) {
    add(key.word(), value, from);
  }

  private void add(String key, String value, String from) {
    String origin = from.startsWith(Settings.BUILT_IN) ? Settings.BUILT_IN : from;
    rows.add(new Row(TerminalText.of(key), TerminalText.of(value), TerminalText.of(origin)));
  }

  /** What holds under a key, and who said so. */
  record Row(String key, String value, String from) {}
}
