package io.sluice.transport.netty.route;

import java.util.Optional;

/**
 * The route to a server: direct, or through a proxy.
 *
 * @param target the server
 * @param proxy the proxy, if there is one
 */
public record Route(Target target, Optional<Proxy> proxy) {

  /** The host that the connection is opened to: the proxy, or the server itself. */
  public Target hop() {
    return proxy.map(Proxy::target).orElse(target);
  }

  /** The proxy that must open a tunnel, if there is one and the server speaks TLS. */
  public Optional<Proxy> tunnel() {
    return target.secure() == Target.Security.TLS ? proxy : Optional.empty();
  }

  /** The proxy that forwards whole URLs, if there is one and the server speaks plain HTTP. */
  public Optional<Proxy> asked() {
    return target.secure() == Target.Security.TLS ? Optional.empty() : proxy;
  }
}
