package io.sluice.settings;

import io.sluice.text.HeaderField;
import io.sluice.wire.DialectDefaults;
import io.sluice.wire.Endpoint;
import io.sluice.wire.OpenAiDialect;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * A server by the name that settings give it: its URL, its dialect, where its key comes from, and
 * what else holds where it is asked. An endpoint is asked with its own key and with no other.
 * Immutable; thread-safe.
 */
public final class NamedEndpoint {
  private final EndpointEntry entry;
  private final Settings settings;
  private final String namedBy;
  private final int level;

  /**
   * An endpoint of these settings.
   *
   * @param level the number of files that say more than the endpoint does
   */
  NamedEndpoint(EndpointEntry entry, Settings settings, String namedBy, int level) {
    this.entry = entry;
    this.settings = settings;
    this.namedBy = namedBy;
    this.level = level;
  }

  /** The name, such as {@code groq}. */
  public String name() {
    return entry.name();
  }

  /** Who named it: what the caller said of the name, or a file and its line. */
  public String namedBy() {
    return namedBy;
  }

  /**
   * The name of the dialect that the server speaks; {@code openai} unless a file says otherwise.
   */
  public String dialect() {
    return entry
        .setting(SettingKey.DIALECT)
        .map(Setting::value)
        .orElseGet(() -> new OpenAiDialect().name());
  }

  /** The model to ask; empty if no file names one. An alias is replaced by what it stands for. */
  public Optional<String> model() {
    return setting(SettingKey.MODEL).map(Setting::value).map(settings::model);
  }

  /**
   * What holds for a key where this endpoint is asked: what the files say of the endpoint comes
   * before what they say of all calls. If a file chose the endpoint, the files above that one come
   * first.
   */
  public Optional<Setting> setting(SettingKey key) {
    return settings
        .setting(key, 0, level)
        .or(() -> entry.setting(key))
        .or(() -> settings.setting(key, level, settings.files().size()));
  }

  /** Whether the server is the usual one of its dialect: no file says where else it is. */
  public boolean isUsual() {
    return entry.setting(SettingKey.BASE_URL).isEmpty()
        && entry.setting(SettingKey.BASE_URL_VARIABLE).isEmpty();
  }

  /**
   * The base URL: of the variable that a file names for it, or as a file gives it; the dialect's
   * variable if no file says either. Else empty.
   */
  public Optional<SettingValue> url(DialectDefaults defaults) {
    return entry
        .setting(SettingKey.BASE_URL_VARIABLE)
        .map(Setting::value)
        .flatMap(settings::variable)
        .filter(set -> !set.text().isBlank())
        .or(() -> isUsual() ? usualUrl(defaults) : Optional.empty())
        .or(() -> given(SettingKey.BASE_URL));
  }

  private Optional<SettingValue> usualUrl(DialectDefaults defaults) {
    for (DialectDefaults.UrlVariable named : defaults.urlVariables()) {
      Optional<SettingValue> set = settings.variable(named.name());
      if (set.filter(value -> !value.text().isBlank()).isPresent()) {
        return set.map(value -> new SettingValue(value.by(), named.url(value.text())));
      }
    }
    return Optional.empty();
  }

  /**
   * Where the key comes from: a variable, a file or a command, in that order; empty if the server
   * needs none. Nothing is read yet.
   *
   * @param err shows what a command prints on its standard error
   */
  public Optional<KeySource> key(DialectDefaults defaults, PrintStream err) {
    Optional<String> variable =
        entry
            .setting(SettingKey.API_KEY_VARIABLE)
            .map(Setting::value)
            .or(() -> isUsual() ? usualKey(defaults) : Optional.empty());
    return variable
        .flatMap(settings::variable)
        .map(KeySource::variable)
        .or(() -> given(SettingKey.API_KEY_FILE).map(KeySource::file))
        .or(() -> given(SettingKey.API_KEY_COMMAND).map(given -> KeySource.command(given, err)))
        .or(() -> variable.map(name -> KeySource.missing(name(), name)));
  }

  /** The first of the dialect's variables that is set; else the first, unless no key is needed. */
  private Optional<String> usualKey(DialectDefaults defaults) {
    return defaults.keyVariables().stream()
        .filter(name -> settings.variable(name).isPresent())
        .findFirst()
        .or(
            () ->
                defaults.localUrl().isPresent()
                    ? Optional.empty()
                    : Optional.of(defaults.keyVariable()));
  }

  /**
   * The server with its key, which is read now: that may run a command, whose standard error is
   * shown on {@code System.err}.
   *
   * @param defaults those of the dialect that {@link #dialect} names
   * @throws SettingsException in one line, if there is no URL, or a key that should be there is not
   * @throws IllegalArgumentException in one line, if the URL or the key is malformed
   */
  public Endpoint endpoint(DialectDefaults defaults) {
    Endpoint server = at(url(defaults), defaults);
    return key(defaults, System.err).map(KeySource::fetch).map(server::withKey).orElse(server);
  }

  /**
   * The server at that URL, asked as this endpoint is: with its header fields and query. It has no
   * key yet.
   *
   * @param url where it is; empty for the usual server of the dialect
   * @throws SettingsException in one line, if there is no URL
   * @throws IllegalArgumentException in one line, if the URL or a header is malformed
   */
  public Endpoint at(Optional<SettingValue> url, DialectDefaults defaults) {
    Optional<String> usual = isUsual() ? defaults.url() : Optional.empty();
    Endpoint server =
        Endpoint.of(
            url.map(SettingValue::text).or(() -> usual).orElseThrow(() -> nowhere(defaults)));
    for (String field : members(SettingKey.HEADERS)) {
      server = server.withHeader(HeaderField.parse(field));
    }
    for (String parameter : members(SettingKey.QUERY)) {
      int colon = parameter.indexOf(": ");
      server = server.withQuery(parameter.substring(0, colon), parameter.substring(colon + 2));
    }
    Optional<String> field = entry.setting(SettingKey.API_KEY_HEADER).map(Setting::value);
    return field.map(server::withKeyField).orElse(server);
  }

  private List<String> members(SettingKey key) {
    return entry.setting(key).map(Setting::values).orElse(List.of());
  }

  private Optional<SettingValue> given(SettingKey key) {
    return entry.setting(key).map(setting -> setting.given().get(0));
  }

  private SettingsException nowhere(DialectDefaults defaults) {
    return new SettingsException(
        "endpoint '"
            + name()
            + "' has no URL; set "
            + entry
                .setting(SettingKey.BASE_URL_VARIABLE)
                .map(Setting::value)
                .orElse(defaults.urlVariable())
            + ", or give it a base-url in sluice.yaml");
  }
}
