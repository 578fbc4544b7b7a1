package io.sluice.wire;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The server of a dialect, and its key.
 *
 * @param baseUrl the URL that the dialect's paths are appended to, including {@code /v1}, without a
 *     slash at its end
 * @param key the key, if one is needed
 */
public record Endpoint(URI baseUrl, Optional<ApiKey> key) {

  /** Refuses a URL that no HTTP call can be made to; removes slashes from its end. */
  public Endpoint {
    Objects.requireNonNull(key, "key");
    baseUrl = BaseUrl.checked(baseUrl);
  }

  /**
   * An endpoint without a key.
   *
   * @throws IllegalArgumentException if the URL is malformed or no http or https URL
   */
  public static Endpoint of(String baseUrl) {
    return new Endpoint(BaseUrl.parse(baseUrl), Optional.empty());
  }

  /** A copy with a key. */
  public Endpoint withKey(String key) {
    return new Endpoint(baseUrl, Optional.of(ApiKey.of(key)));
  }

  /**
   * The endpoint that {@code OPENAI_BASE_URL} and {@code OPENAI_API_KEY} name; OpenAI's own if no
   * URL is set.
   *
   * @throws IllegalStateException if neither is set
   * @throws IllegalArgumentException if one of them is malformed
   */
  public static Endpoint fromEnvironment() {
    return fromEnvironment(System.getenv());
  }

  /** The endpoint that the given variables name, as in {@link #fromEnvironment()}. */
  public static Endpoint fromEnvironment(Map<String, String> variables) {
    return OpenAiDialect.HOME.endpoint(variables);
  }
}
