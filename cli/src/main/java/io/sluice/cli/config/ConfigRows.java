package io.sluice.cli.config;

import io.sluice.cli.command.Call;
import io.sluice.cli.offline.BuiltInModel;
import io.sluice.cli.run.ServerChoice;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.settings.CallerToken;
import io.sluice.settings.ModelPrices;
import io.sluice.settings.Setting;
import io.sluice.settings.SettingKey;
import io.sluice.settings.SettingValue;
import io.sluice.settings.Settings;
import io.sluice.wire.Dialect;
import io.sluice.wire.DialectDefaults;
import io.sluice.wire.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What holds for a call, and who said so. No key is fetched, and none is shown. */
final class ConfigRows {
  private static final String OF_DIALECT = "the dialect's own";

  private final ConfigOptions options;
  private final Call call;
  private final List<Row> rows = new ArrayList<>();

  private ConfigRows(ConfigOptions options, Call call) {
    this.options = options;
    this.call = call;
  }

  static List<Row> of(ConfigOptions options, Call call) {
    var rows = new ConfigRows(options, call);
    rows.server();
    options.others().forEach((key, values) -> values.forEach(given -> rows.add(key, given)));
    for (Setting alias : options.settings().aliases()) {
      rows.add("alias " + alias.key(), alias.value(), alias.place());
    }
    for (ModelPrices priced : options.settings().prices().models()) {
      rows.add("prices " + priced.model(), priced.prices().toString(), priced.place());
    }
    rows.served(options.settings());
    return List.copyOf(rows.rows);
  }

  private void served(Settings settings) {
    for (Setting said : settings.served()) {
      said.values().forEach(value -> add("serve " + said.key(), value, said.place()));
    }
    for (CallerToken token : settings.callerTokens()) {
      add("serve token", token.name(), token.place());
    }
  }

  private void server() {
    try (Sinks sinks = Sinks.none(options.plugins(), call)) {
      Dialect dialect = sinks.spoken(options.server());
      Optional<ServerChoice> choice = options.server().choice(call, dialect.defaults());
      if (choice.isPresent()) {
        server(choice.get(), dialect);
      } else {
        String why = options.server().offline() ? "offline" : "no server is named, no key is set";
        add(SettingKey.MODEL, BuiltInModel.NAME, why);
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
    Optional<SettingValue> speaks = options.server().dialect();
    add(
        SettingKey.DIALECT,
        dialect.name(),
        speaks.map(SettingValue::origin).orElse("the usual one"));
    if (options.model().isPresent()) {
      add(SettingKey.MODEL, options.model().get());
    } else if (choice.isUsual() && defaults.model().isPresent()) {
      add(SettingKey.MODEL, defaults.model().get(), OF_DIALECT);
    }
    choice.key().ifPresent(key -> add("api-key", key.state(), key.origin()));
  }

  private static String checked(String url) {
    try {
      return url.isEmpty() ? "none" : Endpoint.of(url).baseUrl().toString();
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }

  private void add(SettingKey key, SettingValue given) {
    add(key, given.text(), given.origin());
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
