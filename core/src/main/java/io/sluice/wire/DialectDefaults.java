package io.sluice.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The server and model of a dialect where none is named, and the environment variables that name
 * them.
 *
 * @param keyVariable holds the key
 * @param urlVariable names another server
 * @param url the server that is asked where none is named, if there is one
 * @param model the model that is asked where none is named, if there is one
 */
public record DialectDefaults(
    String keyVariable, String urlVariable, Optional<String> url, Optional<String> model) {

  /** Refuses null. */
  public DialectDefaults {
    Objects.requireNonNull(keyVariable, "keyVariable");
    Objects.requireNonNull(urlVariable, "urlVariable");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(model, "model");
  }

  /**
   * Defaults without a server: {@code ACME_API_KEY} and {@code ACME_BASE_URL} for a dialect named
   * {@code "acme"}.
   */
  public static DialectDefaults of(String dialect) {
    String prefix = dialect.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    return new DialectDefaults(
        prefix + "_API_KEY", prefix + "_BASE_URL", Optional.empty(), Optional.empty());
  }

  /** These defaults, with a server's base URL. */
  public DialectDefaults at(String server) {
    return new DialectDefaults(keyVariable, urlVariable, Optional.of(server), model);
  }

  /** These defaults, with a model. */
  public DialectDefaults asking(String name) {
    return new DialectDefaults(keyVariable, urlVariable, url, Optional.of(name));
  }

  /**
   * The endpoint that the two variables name; the default server where no URL is set.
   *
   * @throws IllegalStateException if neither is set, or no URL and there is no server
   * @throws IllegalArgumentException if one of them is malformed
   */
  public Endpoint endpoint(Map<String, String> variables) {
    Optional<String> named = Optional.ofNullable(variables.get(urlVariable));
    Optional<String> key = Optional.ofNullable(variables.get(keyVariable));
    if (named.isEmpty() && key.isEmpty()) {
      throw new IllegalStateException(
          "neither "
              + keyVariable
              + " nor "
              + urlVariable
              + " is set; set the one your server needs");
    }
    Endpoint endpoint =
        Endpoint.of(
            named
                .filter(set -> !set.isBlank())
                .or(() -> url)
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            urlVariable + " is not set; set it to the URL of your server")));
    return key.map(endpoint::withKey).orElse(endpoint);
  }
}
