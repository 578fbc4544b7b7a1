package io.sluice.transport.netty;

import io.sluice.transport.netty.route.NoProxy;
import io.sluice.transport.netty.route.Proxy;
import io.sluice.transport.netty.route.ProxyVariable;
import io.sluice.transport.netty.route.Route;
import io.sluice.transport.netty.route.Target;
import java.util.Map;
import java.util.Optional;

/**
 * The proxy to use for each server, as the environment variables {@code HTTPS_PROXY}, {@code
 * HTTP_PROXY} and {@code NO_PROXY} define it. A lower-case variable takes precedence over the
 * upper-case one, as in other tools. An https server is reached through a CONNECT tunnel, an http
 * server by requesting the whole URL from the proxy. Immutable.
 *
 * <p>A server on loopback is reached through the proxy too unless {@code NO_PROXY} lists it, as in
 * curl. {@code ALL_PROXY} is not read: it usually names a SOCKS proxy, which is not supported. A
 * variable is parsed only when a request needs it, so an unused one may have any value.
 */
public final class Proxies {

  private static final Proxies NONE =
      new Proxies(Optional.empty(), Optional.empty(), NoProxy.of(""));

  private final Optional<ProxyVariable> forTls;
  private final Optional<ProxyVariable> forPlain;
  private final NoProxy direct;

  private Proxies(
      Optional<ProxyVariable> forTls, Optional<ProxyVariable> forPlain, NoProxy direct) {
    this.forTls = forTls;
    this.forPlain = forPlain;
    this.direct = direct;
  }

  /** Uses no proxy for any server. */
  public static Proxies none() {
    return NONE;
  }

  /**
   * The proxies that these environment variables name. A malformed variable is refused only when a
   * transport is built to a server that it applies to.
   */
  public static Proxies fromEnvironment(Map<String, String> variables) {
    return new Proxies(
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
    Optional<ProxyVariable> variable = target.secure() == Target.Security.TLS ? forTls : forPlain;
    return new Route(target, variable.filter(any -> !direct.covers(target)).map(Proxy::parse));
  }
}
