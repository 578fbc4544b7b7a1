package io.sluice.transport.netty;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpRequest;
import io.sluice.transport.netty.connect.ConnectionPools;
import io.sluice.transport.netty.route.Target;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;

/**
 * The server of a transport as requests of others are passed on to it: by the transport's ways
 * (TLS, proxies), and over connections that are kept for each event loop. Thread-safe. It can be
 * used until the transport is closed.
 */
public final class HttpUpstream {

  private final Endpoint endpoint;
  private final Dialect dialect;
  private final ConnectionPools pools;
  private final Target target;

  HttpUpstream(Endpoint endpoint, Dialect dialect, ConnectionPools pools) {
    this.endpoint = endpoint;
    this.dialect = dialect;
    this.pools = pools;
    this.target = Target.of(endpoint.baseUrl());
  }

  /** The endpoint, with its key. Nothing of it is added to a passed request. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /** The dialect that the transport speaks with the server. */
  public Dialect dialect() {
    return dialect;
  }

  /**
   * Begins to pass on a request. The fields of its head are sent as they are and in their order,
   * except that {@code Host} names the server; those that concern one connection alone are the
   * caller's to leave out. To be called on {@code loop}, where the connection then lives.
   *
   * @param head the head, whose target is a path of the server, with its query
   * @param receiver is told of the answer, never within this call
   */
  public PassedExchange pass(EventLoop loop, HttpRequest head, PassedExchange.Receiver receiver) {
    return PassedExchange.begin(pools.on(loop), target, head, receiver);
  }
}
