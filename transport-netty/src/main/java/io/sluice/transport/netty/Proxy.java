package io.sluice.transport.netty;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** An HTTP proxy. Shows its address and never its password. */
final class Proxy {

  private final Target target;
  private final Optional<String> credentials;

  private Proxy(Target target, Optional<String> credentials) {
    this.target = target;
    this.credentials = credentials;
  }

  /**
   * Reads the value of a proxy variable, with or without its scheme.
   *
   * @throws IllegalArgumentException in one line, without the value's password
   */
  static Proxy parse(String variable, String value) {
    URI uri = uri(variable, value.contains("://") ? value : "http://" + value);
    if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
      throw malformed(variable);
    }
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    Target target = new Target(Target.Security.NONE, Target.of(uri).host(), port);
    return new Proxy(target, Optional.ofNullable(uri.getRawUserInfo()).map(Proxy::basic));
  }

  Target target() {
    return target;
  }

  /** The fields that a request to the proxy itself carries. */
  Map<String, String> fields() {
    return credentials
        .map(value -> Map.of(HttpHeaderNames.PROXY_AUTHORIZATION.toString(), value))
        .orElse(Map.of());
  }

  @Override
  public String toString() {
    return target.authority();
  }

  private static URI uri(String variable, String value) {
    try {
      return URI.create(value.strip());
    } catch (IllegalArgumentException notAUri) {
      throw malformed(variable);
    }
  }

  /** Without the value and without a cause that quotes it: both may hold a password. */
  private static IllegalArgumentException malformed(String variable) {
    return new IllegalArgumentException(
        variable + " is no HTTP proxy; write it like http://host:3128 or unset it");
  }

  private static String basic(String rawUserInfo) {
    String userInfo = URLDecoder.decode(rawUserInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }
}
