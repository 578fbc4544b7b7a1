package io.sluice.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The default server and model of a dialect, and the environment variables that name others.
 *
 * @param keyVariable the variable with the key
 * @param urlVariable the variable with the server's URL
 * @param url the default server, if there is one
 * @param model the default model, if there is one
 */
public record DialectDefaults(
    String keyVariable, String urlVariable, Optional<String> url, Optional<String> model) {

  static final String OPENAI_NAME = "openai";

  static final DialectDefaults OPENAI =
      of(OPENAI_NAME).at("https://api.openai.com/v1").asking("gpt-4o-mini");

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

  /** A copy with a server's base URL. */
  public DialectDefaults at(String server) {
    return new DialectDefaults(keyVariable, urlVariable, Optional.of(server), model);
  }

  /** A copy with a model. */
  public DialectDefaults asking(String name) {
    return new DialectDefaults(keyVariable, urlVariable, url, Optional.of(name));
  }

  /**
   * The endpoint that the two variables name; the default server if no URL is set.
   *
   * @throws IllegalStateException if neither is set, or no URL is set and there is no default
   *     server
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
