package io.sluice.transport.netty.route;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP proxy, and the variable that names it, if one does. Its text shows its address and never
 * its password.
 */
public final class Proxy {

  private static final int USUAL_PORT = 80;

  private final Optional<String> variable;
  private final Target target;
  private final Optional<String> credentials;

  private Proxy(Optional<String> variable, Target target, Optional<String> credentials) {
    this.variable = variable;
    this.target = target;
    this.credentials = credentials;
  }

  /**
   * Parses the value of a proxy variable, with or without its scheme.
   *
   * @throws IllegalArgumentException with a one-line message that does not show the password
   */
  public static Proxy parse(ProxyVariable variable) {
    String value = variable.value();
    String url = value.contains("://") ? value : "http://" + value;
    String scheme = url.substring(0, url.indexOf("://")).toLowerCase(Locale.ROOT);
    if (scheme.startsWith("socks")) {
      throw refusal(variable, " names a SOCKS proxy, which is not spoken; set it to an HTTP proxy");
    }
    if (scheme.equals("https")) {
      throw refusal(
          variable,
          " begins with https://, but TLS to the proxy itself is not spoken; set it to the"
              + " proxy's port for plain HTTP");
    }
    if (url.indexOf('\\') >= 0) {
      throw new IllegalArgumentException(
          variable + " has a backslash; write it as %5C, as in http://DOMAIN%5Cuser:password@host");
    }
    if (!scheme.equals("http")) {
      throw malformed(variable);
    }
    return of(variable, url);
  }

  private static Proxy of(ProxyVariable variable, String url) {
    URI uri = uri(variable, url);
    if (uri.getHost() == null) {
      throw malformed(variable);
    }
    int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
    return new Proxy(
        Optional.of(variable.name()),
        new Target(Target.Security.NONE, Target.of(uri).host(), port),
        Optional.ofNullable(uri.getRawUserInfo()).map(Proxy::basic));
  }

  /**
   * A proxy that the program names.
   *
   * @param host its name or address, without brackets
   * @param login the user and the password
   */
  public static Proxy at(String host, int port, Optional<Login> login) {
    return new Proxy(
        Optional.empty(),
        new Target(Target.Security.NONE, host, port),
        login.map(one -> encoded(one.user() + ":" + one.password())));
  }

  /** What to change about this proxy: the variable that names it, or a word for the setting. */
  public String source() {
    return variable.orElse("the transport's proxy");
  }

  Target target() {
    return target;
  }

  /** Whether the variable holds a user and a password. */
  boolean hasCredentials() {
    return credentials.isPresent();
  }

  /** The header fields of a request to the proxy itself. */
  public Map<String, String> fields() {
    return credentials
        .map(value -> Map.of(HttpHeaderNames.PROXY_AUTHORIZATION.toString(), value))
        .orElse(Map.of());
  }

  /** The proxy's address and variable, such as {@code the proxy 10.0.0.1:3128 (HTTPS_PROXY)}. */
  @Override
  public String toString() {
    return "the proxy " + target.authority() + variable.map(name -> " (" + name + ")").orElse("");
  }

  private static URI uri(ProxyVariable variable, String value) {
    try {
      return URI.create(value);
    } catch (IllegalArgumentException notAUri) {
      throw malformed(variable);
    }
  }

  /** Shows no value and has no cause that quotes it, since both may contain a password. */
  private static IllegalArgumentException malformed(ProxyVariable variable) {
    return new IllegalArgumentException(
        variable
            + " is no HTTP proxy; write it like http://host:3128 or http://user:password@host:3128,"
            + " with %XX for what is special in a password, or unset it");
  }

  private static IllegalArgumentException refusal(ProxyVariable variable, String why) {
    return new IllegalArgumentException(
        variable
            + why
            + ", such as http://host:3128, unset it, or list the server's host in NO_PROXY");
  }

  private static String basic(String rawUserInfo) {
    return encoded(URLDecoder.decode(rawUserInfo.replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  private static String encoded(String userInfo) {
    byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * A user of a proxy. Its text never shows the password.
   *
   * @param user the name, without a colon
   * @param password the password
   */
  public record Login(String user, String password) {

    /** Refuses a name that cannot be sent. */
    public Login {
      if (user.indexOf(':') >= 0) {
        throw new IllegalArgumentException(
            "the user of a proxy has a colon in its name, which Basic cannot express");
      }
    }

    @Override
    public String toString() {
      return user;
    }
  }
}
