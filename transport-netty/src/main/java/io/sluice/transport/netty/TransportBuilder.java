package io.sluice.transport.netty;

import io.sluice.observe.StreamObserver;
import io.sluice.transport.netty.connect.Network;
import io.sluice.transport.netty.connect.PoolSize;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import io.sluice.wire.OpenAiDialect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The settings of a transport. Mutable; for one thread. */
final class TransportBuilder implements NettyTransport.Builder {

  final Endpoint endpoint;
  final TlsChoice tls = new TlsChoice();
  final List<StreamObserver> observers = new ArrayList<>();
  Dialect dialect = new OpenAiDialect();
  Proxies proxies = Proxies.fromEnvironment(System.getenv());
  PoolSize size = PoolSize.usual();
  private int loops;

  TransportBuilder(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public NettyTransport.Builder dialect(Dialect spoken) {
    dialect = spoken;
    return this;
  }

  @Override
  public NettyTransport.Builder proxies(Proxies ways) {
    proxies = ways;
    return this;
  }

  @Override
  public NettyTransport.Builder connectionAge(Duration greatest) {
    if (greatest.isNegative()) {
      throw new IllegalArgumentException("connection age is " + greatest + "; use zero or more");
    }
    size = size.aged(greatest);
    return this;
  }

  @Override
  public NettyTransport.Builder connections(int most) {
    size = size.most(positive(most, "connections"));
    return this;
  }

  @Override
  public NettyTransport.Builder idleConnections(int most) {
    size = size.mostIdle(positive(most, "idle connections"));
    return this;
  }

  @Override
  public NettyTransport.Builder eventLoops(int own) {
    loops = positive(own, "event loops");
    return this;
  }

  @Override
  public NettyTransport.Builder observer(StreamObserver told) {
    observers.add(Objects.requireNonNull(told, "observer"));
    return this;
  }

  @Override
  public NettyTransport.Builder sslContext(SSLContext context) {
    tls.context = Optional.of(context);
    return this;
  }

  @Override
  public NettyTransport.Builder trust(TrustManagerFactory trusted) {
    tls.trust = Optional.of(trusted);
    return this;
  }

  @Override
  public NettyTransport.Builder authorities(Path pem) {
    tls.authorities = Optional.of(pem);
    return this;
  }

  @Override
  public NettyTransport.Builder identity(Path certificates, Path key) {
    tls.identity = Optional.of(new TlsChoice.IdentityFiles(certificates, key));
    return this;
  }

  @Override
  public NettyTransport.Builder identity(KeyManagerFactory keys) {
    tls.keys = Optional.of(keys);
    return this;
  }

  @Override
  public NettyTransport build() {
    return new NettyTransport(this);
  }

  /** The event loops that were asked for; begins those that are not shared. */
  Network network() {
    return loops == 0 ? Network.shared() : Network.own(loops);
  }

  private static int positive(int number, String what) {
    if (number < 1) {
      throw new IllegalArgumentException(what + " is " + number + "; use 1 or more");
    }
    return number;
  }
}
