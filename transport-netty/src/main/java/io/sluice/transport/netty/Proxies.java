package io.sluice.transport.netty;

import io.sluice.transport.netty.route.NoProxy;
import io.sluice.transport.netty.route.Proxy;
import io.sluice.transport.netty.route.ProxyVariable;
import io.sluice.transport.netty.route.Route;
import io.sluice.transport.netty.route.Target;
import java.util.Map;
import java.util.Optional;

/**
 * Which proxy leads to which server, as the environment variables {@code HTTPS_PROXY}, {@code
 * HTTP_PROXY} and {@code NO_PROXY} have it; each also in lower case, which then wins, as other
 * tools have it. An https server is reached through a CONNECT tunnel, an http one by asking the
 * proxy for the whole URL. Immutable.
 *
 * <p>A server on loopback is asked through the proxy too unless {@code NO_PROXY} lists it, as curl
 * does. {@code ALL_PROXY} is not read: where it is set it mostly names a SOCKS proxy, which is not
 * spoken. A variable is parsed when a request needs it, so that one that is never needed may hold
 * anything.
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

  /** No proxy for any server. */
  public static Proxies none() {
    return NONE;
  }

  /**
   * The proxies that these environment variables name. One that is malformed is refused where it is
   * needed: when the transport to a server is built that it would lead to.
   */
  public static Proxies fromEnvironment(Map<String, String> variables) {
    return new Proxies(
        ProxyVariable.of(variables, "HTTPS_PROXY"),
        ProxyVariable.of(variables, "HTTP_PROXY"),
        NoProxy.of(ProxyVariable.of(variables, "NO_PROXY").map(ProxyVariable::value).orElse("")));
  }

  /**
   * The way to a server.
   *
   * @throws IllegalArgumentException in one line, if the variable that names its proxy is malformed
   */
  Route to(Target target) {
    Optional<ProxyVariable> variable = target.secure() == Target.Security.TLS ? forTls : forPlain;
    return new Route(target, variable.filter(any -> !direct.covers(target)).map(Proxy::parse));
  }
}
