package io.sluice.cli.run;

import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.KeySource;
import io.sluice.settings.NamedEndpoint;
import io.sluice.settings.SettingValue;
import io.sluice.text.HeaderField;
import io.sluice.wire.ApiKey;
import io.sluice.wire.DialectDefaults;
import io.sluice.wire.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The server that a call will use; its API key is not read yet.
 *
 * @param endpoint the endpoint that was named, if one was
 * @param url the base URL; empty if none is set
 * @param key where the key comes from, if there is one
 * @param headers header fields of this call, besides those of the endpoint
 */
public record ServerChoice(
    Optional<NamedEndpoint> endpoint,
    Optional<SettingValue> url,
    Optional<KeySource> key,
    List<HeaderField> headers) {
  /** True if a flag, a variable or a file names a server; else the built-in model answers. */
  boolean isNamed() {
    return endpoint.isPresent() || url.isPresent() || key.isPresent();
  }

  /** Whether the server is the usual one of the dialect, or one that took its place. */
  public boolean isUsual() {
    return endpoint.map(NamedEndpoint::isUsual).orElse(true);
  }

  /** Whether there is a key. */
  boolean hasKey() {
    return key.isPresent() && missingKey().isEmpty();
  }

  /**
   * The name of what should hold the key and does not; empty if the key is there, or none needed.
   */
  public Optional<String> missingKey() {
    return key.filter(KeySource::isMissing).map(KeySource::origin);
  }

  /**
   * This choice without a key that is missing: for calls that are signed, and for clients that
   * bring a key of their own.
   */
  public ServerChoice withoutMissingKey() {
    return new ServerChoice(endpoint, url, key.filter(source -> !source.isMissing()), headers);
  }

  /** What is said if nothing names a model for this server. */
  UsageException withoutModel() {
    Optional<String> name = endpoint.map(NamedEndpoint::name);
    return new UsageException(
        "no model is named, and "
            + name.map(named -> "endpoint '" + named + "'").orElse("the server")
            + " has no default; use "
            + FlagKey.MODEL.flag()
            + "; 'sluice models"
            + name.map(named -> " " + FlagKey.ENDPOINT.flag() + " " + named).orElse("")
            + "' lists them");
  }

  /** The endpoint with its key, in the dialect with these defaults. */
  Endpoint resolved(DialectDefaults defaults) {
    return resolved(defaults, KeySource::fetch);
  }

  /** The endpoint in the dialect with these defaults; no program is run to get its key. */
  Endpoint resolvedWithoutRunning(DialectDefaults defaults) {
    return resolved(defaults, KeySource::fetchWithoutRunning);
  }

  private Endpoint resolved(DialectDefaults defaults, Function<KeySource, ApiKey> reading) {
    try {
      Endpoint server =
          endpoint.map(named -> named.at(url, defaults)).orElseGet(() -> unnamed(defaults));
      for (HeaderField field : headers) {
        server = server.withHeader(field);
      }
      return key.map(reading).map(server::withKey).orElse(server);
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }

  private Endpoint unnamed(DialectDefaults defaults) {
    return Endpoint.of(
        url.map(SettingValue::text).or(defaults::url).orElseThrow(() -> nowhere(defaults)));
  }

  private static UsageException nowhere(DialectDefaults defaults) {
    return new UsageException(
        "no server is named, and this dialect has none; use "
            + FlagKey.BASE_URL.flag()
            + " or "
            + defaults.urlVariable());
  }
}
