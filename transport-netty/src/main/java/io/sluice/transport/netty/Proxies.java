package io.sluice.transport.netty;

import io.sluice.transport.netty.route.NoProxy;
import io.sluice.transport.netty.route.Proxy;
import io.sluice.transport.netty.route.ProxyVariable;
import io.sluice.transport.netty.route.Route;
import io.sluice.transport.netty.route.Target;
import java.util.Map;
import java.util.Optional;

/**
 * The proxy to use for each server: one that the program names, or as the environment variables
 * {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} define it. A lower-case variable
 * takes precedence over the upper-case one, as in other tools. An https server is reached through a
 * CONNECT tunnel, an http server by requesting the whole URL from the proxy. Immutable; its text
 * never shows a password.
 *
 * <p>With variables, a server on loopback is reached through the proxy too unless {@code NO_PROXY}
 * lists it, as in curl. {@code ALL_PROXY} is not read: it usually names a SOCKS proxy, which is not
 * supported. A variable is parsed only when a request needs it, so an unused one may have any
 * value.
 */
public final class Proxies {

  private static final Proxies NONE =
      new Proxies(Optional.empty(), Optional.empty(), Optional.empty(), NoProxy.of(""));

  private final Optional<Proxy> named;
  private final Optional<ProxyVariable> forTls;
  private final Optional<ProxyVariable> forPlain;
  private final NoProxy direct;

  private Proxies(
      Optional<Proxy> named,
      Optional<ProxyVariable> forTls,
      Optional<ProxyVariable> forPlain,
      NoProxy direct) {
    this.named = named;
    this.forTls = forTls;
    this.forPlain = forPlain;
    this.direct = direct;
  }

  /** Uses no proxy for any server. */
  public static Proxies none() {
    return NONE;
  }

  /**
   * Uses one HTTP proxy for every server.
   *
   * @param host its name or address
   * @param port its port for plain HTTP, from 1 to 65535
   * @throws IllegalArgumentException if the host is blank or the port is none
   */
  public static Proxies through(String host, int port) {
    return through(host, port, Optional.empty());
  }

  /**
   * Uses one HTTP proxy for every server, and logs in there by the Basic scheme.
   *
   * @throws IllegalArgumentException as {@link #through(String, int)} does, or if the user's name
   *     has a colon
   */
  public static Proxies through(String host, int port, String user, String password) {
    return through(host, port, Optional.of(new Proxy.Login(user, password)));
  }

  private static Proxies through(String host, int port, Optional<Proxy.Login> login) {
    if (host.isBlank() || host.indexOf('/') >= 0 || port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "'"
              + host
              + "' and "
              + port
              + " are no host and port of a proxy; give a name and 1-65535");
    }
    Proxy proxy = Proxy.at(host, port, login);
    return new Proxies(Optional.of(proxy), Optional.empty(), Optional.empty(), NoProxy.of(""));
  }

  /**
   * The same proxies, except for these servers, which are reached directly. They take the place of
   * any that were excepted before.
   *
   * @param servers names, addresses and blocks of addresses, as {@code NO_PROXY} lists them
   */
  public Proxies except(String... servers) {
    return new Proxies(named, forTls, forPlain, NoProxy.of(String.join(",", servers)));
  }

  /**
   * The proxies that these environment variables name. A malformed variable is refused only when a
   * transport is built to a server that it applies to.
   */
  public static Proxies fromEnvironment(Map<String, String> variables) {
    return new Proxies(
        Optional.empty(),
        ProxyVariable.of(variables, "HTTPS_PROXY"),
        ProxyVariable.of(variables, "HTTP_PROXY"),
        NoProxy.of(ProxyVariable.of(variables, "NO_PROXY").map(ProxyVariable::value).orElse("")));
  }

  /**
   * The route to a server.
   *
   * @throws IllegalArgumentException with a one-line message, if the variable that names its proxy
   *     is malformed
   */
  Route to(Target target) {
    if (direct.covers(target)) {
      return new Route(target, Optional.empty());
    }
    Optional<ProxyVariable> variable = target.secure() == Target.Security.TLS ? forTls : forPlain;
    return new Route(target, named.or(() -> variable.map(Proxy::parse)));
  }

  @Override
  public String toString() {
    return named.map(Proxy::toString).orElse("the proxies of the environment");
  }
}
