package io.sluice.transport.netty.connect;

import io.sluice.transport.netty.route.Route;

/** Thrown when no connection could be opened; holds the route that was tried. */
final class Unreachable extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Route route;

  Unreachable(Route route, Throwable cause) {
    super(cause);
    this.route = route;
  }

  Route route() {
    return route;
  }
}
