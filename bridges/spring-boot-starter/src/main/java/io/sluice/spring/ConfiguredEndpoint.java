package io.sluice.spring;

import io.sluice.stream.Retries;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.transport.netty.Proxies;
import io.sluice.wire.Dialect;
import io.sluice.wire.DialectDefaults;
import io.sluice.wire.Endpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the properties say, in Sluice's own types. Immutable. */
final class ConfiguredEndpoint {

  private final SluiceProperties properties;
  private final Dialect dialect;
  private final Function<String, Optional<String>> variables;

  private ConfiguredEndpoint(
      SluiceProperties properties, Dialect dialect, Function<String, Optional<String>> variables) {
    this.properties = properties;
    this.dialect = dialect;
    this.variables = variables;
  }

  /**
   * The endpoint of the properties.
   *
   * @param variables the environment, for what the properties leave out
   * @throws IllegalArgumentException if there is no dialect of that name
   */
  static ConfiguredEndpoint of(
      SluiceProperties properties,
      List<Dialect> dialects,
      Function<String, Optional<String>> variables) {
    return new ConfiguredEndpoint(properties, dialect(properties, dialects), variables);
  }

  private static Dialect dialect(SluiceProperties properties, List<Dialect> dialects) {
    return dialects.stream()
        .filter(dialect -> dialect.name().equals(properties.dialect()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "sluice.dialect: there is no dialect '"
                        + properties.dialect()
                        + "'; use one of "
                        + dialects.stream().map(Dialect::name).sorted().toList()
                        + ", or add its jar or a bean of it"));
  }

  /** The model that requests ask for, if one is set or the dialect has one. */
  Optional<String> model() {
    return Optional.ofNullable(properties.model()).or(() -> dialect.defaults().model());
  }

  /**
   * Starts a transport to the endpoint.
   *
   * @throws IllegalStateException in one line, if no server is configured
   * @throws IllegalArgumentException in one line, if a property is malformed
   */
  NettyTransport.Builder transport() {
    NettyTransport.Builder transport = NettyTransport.builder(endpoint()).dialect(dialect);
    Optional.ofNullable(properties.proxy())
        .map(ConfiguredEndpoint::proxies)
        .ifPresent(transport::proxies);
    return transport;
  }

  private Endpoint endpoint() {
    Endpoint endpoint = server();
    for (Map.Entry<String, String> field : properties.headers().entrySet()) {
      endpoint = endpoint.withHeader(field.getKey(), field.getValue());
    }
    for (Map.Entry<String, String> parameter : properties.query().entrySet()) {
      endpoint = endpoint.withQuery(parameter.getKey(), parameter.getValue());
    }
    return endpoint;
  }

  /** A key of the environment is sent only to the server of the environment. */
  private Endpoint server() {
    DialectDefaults defaults = dialect.defaults();
    Optional<String> url = Optional.ofNullable(properties.baseUrl());
    Optional<String> key = Optional.ofNullable(properties.apiKey());
    if (url.isEmpty() && key.isEmpty()) {
      return serverOfEnvironment(defaults);
    }
    Endpoint server =
        Endpoint.of(
            url.or(defaults::url)
                .orElseThrow(() -> new IllegalStateException("set sluice.base-url")));
    return key.map(server::withKey).orElse(server);
  }

  private Endpoint serverOfEnvironment(DialectDefaults defaults) {
    Map<String, String> set = new HashMap<>();
    List.of(defaults.urlVariable(), defaults.keyVariable())
        .forEach(name -> variables.apply(name).ifPresent(value -> set.put(name, value)));
    if (set.isEmpty()) {
      throw new IllegalStateException(
          "no server is configured; set sluice.base-url or sluice.api-key, or the variable "
              + defaults.keyVariable());
    }
    return defaults.endpoint(set);
  }

  private static Proxies proxies(String url) {
    return url.equals("none")
        ? Proxies.none()
        : Proxies.fromEnvironment(Map.of("HTTP_PROXY", url, "HTTPS_PROXY", url));
  }

  /** The options of requests that say nothing else. */
  StreamOptions options() {
    Timeouts timeouts =
        Optional.ofNullable(properties.timeouts())
            .map(ConfiguredEndpoint::timeouts)
            .orElse(Timeouts.defaults());
    Retries retries =
        Optional.ofNullable(properties.retries())
            .map(Retries.defaults()::limit)
            .orElse(Retries.defaults());
    return StreamOptions.defaults().timeouts(timeouts).retries(retries);
  }

  private static Timeouts timeouts(SluiceProperties.Limits limits) {
    Timeouts.Builder timeouts = Timeouts.builder();
    Optional.ofNullable(limits.connect()).ifPresent(timeouts::connect);
    Optional.ofNullable(limits.firstToken()).ifPresent(timeouts::firstToken);
    Optional.ofNullable(limits.idle()).ifPresent(timeouts::idle);
    Optional.ofNullable(limits.afterFinish()).ifPresent(timeouts::afterFinish);
    Optional.ofNullable(limits.whole()).ifPresent(timeouts::whole);
    Optional.ofNullable(limits.total()).ifPresent(timeouts::total);
    return timeouts.build();
  }
}
