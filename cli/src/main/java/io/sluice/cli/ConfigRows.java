package io.sluice.cli;

import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import io.sluice.wire.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/** What holds for a call, and who said so. No key is fetched, and none is shown. */
final class ConfigRows {
  /** Told together, as whom is asked. */
  private static final Set<String> SERVER =
      Set.of(
          ConfigKeys.ENDPOINT,
          ConfigKeys.BASE_URL,
          ConfigKeys.DIALECT,
          ConfigKeys.MODEL,
          ConfigKeys.KEY_FILE);

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
    ConfigKeys.flags().forEach(rows::flag);
    for (Setting alias : call.arguments().config().aliases()) {
      rows.add("alias " + alias.key(), alias.value(), alias.place());
    }
    return List.copyOf(rows.rows);
  }

  private void server() {
    try (Sinks sinks = Sinks.named(List.of(), call)) {
      Dialect dialect = DialectFlag.of(arguments, sinks);
      Optional<Whom> whom = ConnectionFlags.whom(call, dialect.home());
      if (whom.isPresent()) {
        server(whom.get(), dialect);
      } else {
        String why = arguments.on("--offline") ? "offline" : "no server is named, no key is set";
        add(ConfigKeys.MODEL, Upstream.BUILT_IN_MODEL, why);
      }
    }
  }

  private void server(Whom whom, Dialect dialect) {
    Home home = dialect.home();
    whom.endpoint()
        .ifPresent(
            named ->
                add(ConfigKeys.ENDPOINT, named.name(), arguments.endpointNamedBy().orElse("")));
    String url = whom.url().map(Given::text).or(home::url).orElse("");
    add(ConfigKeys.BASE_URL, checked(url), whom.url().map(Given::origin).orElse(OF_DIALECT));
    String speaks = arguments.value("--dialect").map(Given::origin).orElse("the usual one");
    add(ConfigKeys.DIALECT, dialect.name(), speaks);
    Optional<Given> model = arguments.value("--model");
    if (model.isPresent()) {
      add(ConfigKeys.MODEL, model.get().text(), model.get().origin());
    } else if (whom.atHome() && home.model().isPresent()) {
      add(ConfigKeys.MODEL, home.model().get(), OF_DIALECT);
    }
    whom.key().ifPresent(key -> add("api-key", key.state(), key.from()));
  }

  private void flag(String key, OptionSpec flag) {
    if (SERVER.contains(key)) {
      return;
    }
    String name = "--" + key;
    if (arguments.flagged(name) && flag.arity().max() == 0) {
      add(key, "true", name);
    } else {
      said(name, key).forEach(given -> add(key, given.text(), given.origin()));
    }
  }

  /** Also of flags that other commands have. */
  private List<Given> said(String flag, String key) {
    List<Given> values =
        flag.equals(TlsFlags.CA_FILE)
            ? TlsFlags.authorities(arguments).stream().toList()
            : arguments.values(flag);
    if (!values.isEmpty() || arguments.has(flag)) {
      return values;
    }
    String variable = Flag.variable(flag);
    return arguments
        .variable(variable)
        .map(text -> List.of(new Given(variable, text)))
        .orElseGet(() -> arguments.config().setting(key).map(Setting::given).orElse(List.of()));
  }

  private static String checked(String url) {
    try {
      return url.isEmpty() ? "none" : Endpoint.of(url).baseUrl().toString();
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }

  private void add(String key, String value, String from) {
    String origin = from.startsWith(Config.BUILT_IN) ? Config.BUILT_IN : from;
    rows.add(new Row(OneLine.of(key), OneLine.of(value), OneLine.of(origin)));
  }

  /** What holds under a key, and who said so. */
  record Row(String key, String value, String from) {}
}
