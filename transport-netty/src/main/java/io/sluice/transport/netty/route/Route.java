package io.sluice.transport.netty.route;

import java.util.Optional;

/**
 * The way to a server: straight, or through a proxy.
 *
 * @param target the server
 * @param proxy the proxy, if there is one
 */
public record Route(Target target, Optional<Proxy> proxy) {

  /** What a connection is made to. */
  public Target hop() {
    return proxy.map(Proxy::target).orElse(target);
  }

  /** The proxy that is to open a tunnel, as it must where the server speaks TLS. */
  public Optional<Proxy> tunnel() {
    return target.secure() == Target.Security.TLS ? proxy : Optional.empty();
  }

  /** The proxy that is asked for whole URLs, as it is where the server speaks plain HTTP. */
  public Optional<Proxy> asked() {
    return target.secure() == Target.Security.TLS ? Optional.empty() : proxy;
  }
}
