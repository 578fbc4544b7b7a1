package io.sluice.cli.run;

import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.FlagValue;
import io.sluice.cli.settings.NamedEndpoint;
import io.sluice.cli.settings.UsageException;
import io.sluice.wire.Endpoint;
import io.sluice.wire.Home;
import java.util.Optional;

/**
 * Whom a call asks, worked out but not yet asked for its key.
 *
 * @param endpoint who was named, if somebody was
 * @param url where; empty if nobody says
 * @param key where the key comes from, if there is one
 */
public record ServerChoice(
    Optional<NamedEndpoint> endpoint, Optional<FlagValue> url, Optional<KeySource> key) {
  /** Nobody is named, by no means: the built-in model answers. */
  boolean nobody() {
    return endpoint.isEmpty() && url.isEmpty() && key.isEmpty();
  }

  /** Whether the server is the one where the dialect is at home, or one that took its place. */
  public boolean atHome() {
    return endpoint
        .filter(named -> named.setting(FlagKey.BASE_URL.setting()).isPresent())
        .isEmpty();
  }

  /** The endpoint with its key, in the dialect that is at {@code home}. */
  Endpoint resolved(Home home) {
    String server = url.map(FlagValue::text).or(home::url).orElseThrow(() -> nowhere(home));
    try {
      Endpoint found = Endpoint.of(server);
      return new Endpoint(found.baseUrl(), key.map(KeySource::fetch));
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }

  private static UsageException nowhere(Home home) {
    return new UsageException(
        "no server is named, and this dialect has none; use --base-url or " + home.urlVariable());
  }
}
