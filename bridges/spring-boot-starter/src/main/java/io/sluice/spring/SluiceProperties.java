package io.sluice.spring;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties under {@code sluice}, null where they are not set, as Spring binds them.
 * Immutable; its text form shows no secret.
 *
 * @param baseUrl the server's URL, including {@code /v1}; the dialect's own server if absent
 * @param apiKey the key; if neither it nor {@code baseUrl} is set, the variables of the dialect
 *     name the server, such as {@code OPENAI_API_KEY}
 * @param model the model that requests of the builder bean ask for
 * @param dialect the name of the dialect
 * @param timeouts the limits on waiting
 * @param retries how often a request is sent again before anything of its answer came
 * @param headers header fields of each request
 * @param query query parameters of each request
 * @param proxy the URL of a proxy, {@code none}, or absent for those of the environment
 */
@ConfigurationProperties("sluice")
record SluiceProperties(
    @Nullable String baseUrl,
    @Nullable String apiKey,
    @Nullable String model,
    @DefaultValue("openai") String dialect,
    @Nullable Limits timeouts,
    @Nullable Integer retries,
    @DefaultValue Map<String, String> headers,
    @DefaultValue Map<String, String> query,
    @Nullable String proxy) {

  /** Copies the maps, keeping their order. */
  SluiceProperties {
    Objects.requireNonNull(dialect, "dialect");
    headers = new LinkedHashMap<>(headers);
    query = new LinkedHashMap<>(query);
  }

  /**
   * Limits on waiting; those that are absent are Sluice's own.
   *
   * @param connect to connect
   * @param firstToken from the request to the first token
   * @param idle between two signs of life
   * @param afterFinish from the finish of every choice to the end marker
   * @param whole from the request to an answer in one piece
   * @param total on the whole stream, retries included
   */
  record Limits(
      @Nullable Duration connect,
      @Nullable Duration firstToken,
      @Nullable Duration idle,
      @Nullable Duration afterFinish,
      @Nullable Duration whole,
      @Nullable Duration total) {}

  @Override
  public String toString() {
    return "SluiceProperties[" + dialect + (baseUrl == null ? "" : " at " + baseUrl) + "]";
  }
}
