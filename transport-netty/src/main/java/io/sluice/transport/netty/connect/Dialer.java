package io.sluice.transport.netty.connect;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.sluice.transport.netty.route.Route;
import io.sluice.transport.netty.route.Target;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Makes connections: resolves names, connects to each address in turn, opens tunnels, does the TLS
 * handshake. Everything happens on one event loop except name resolution and the making of the TLS
 * context.
 */
public final class Dialer {

  private final EventLoop loop;
  private final NameResolution names;
  private final Function<Target, Route> routes;
  private final Tls tls;
  private final ChannelGroup open;

  /** Creates a dialer whose connections live on {@code loop}. */
  public Dialer(EventLoop loop, NameResolution names, Function<Target, Route> routes, Tls tls) {
    this.loop = loop;
    this.names = names;
    this.routes = routes;
    this.tls = tls;
    this.open = new DefaultChannelGroup(loop);
  }

  /** Closes every open connection that was made by this dialer, which makes no other. */
  void close() {
    open.close();
    names.close();
  }

  /**
   * Opens a connection to {@code target}. The future fails with a {@link ConnectTimeout} or an
   * {@link Unreachable}, for which {@link ConnectionErrors} has messages.
   */
  Future<Connection> dial(Target target, Duration limit) {
    Promise<Connection> connected = loop.newPromise();
    var timer =
        loop.schedule(
            () -> connected.tryFailure(new ConnectTimeout()),
            limit.toNanos(),
            TimeUnit.NANOSECONDS);
    connected.addListener(done -> timer.cancel(false));
    Route route = routes.apply(target);
    if (target.secure() == Target.Security.TLS) {
      tls.context()
          .whenCompleteAsync(
              (context, unusable) -> {
                if (unusable == null) {
                  resolve(route, Optional.of(context), connected);
                } else {
                  connected.tryFailure(new Unreachable(route, unusable));
                }
              },
              loop);
    } else {
      resolve(route, Optional.empty(), connected);
    }
    return connected;
  }

  private void resolve(Route route, Optional<SslContext> context, Promise<Connection> connected) {
    names
        .getResolver(loop)
        .resolveAll(InetSocketAddress.createUnresolved(route.hop().host(), route.hop().port()))
        .addListener(
            (Future<List<InetSocketAddress>> found) -> {
              if (found.isSuccess()) {
                connect(new DialAttempt(route, context, found.getNow().iterator(), connected));
              } else {
                connected.tryFailure(new Unreachable(route, found.cause()));
              }
            });
  }

  private void connect(DialAttempt attempt) {
    InetSocketAddress address = attempt.addresses().next();
    ChannelFuture connecting =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .resolver(NoopAddressResolverGroup.INSTANCE)
            .option(ChannelOption.AUTO_READ, false)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .handler(new ChannelChain(attempt.route(), attempt.context()))
            .connect(address);
    Channel channel = connecting.channel();
    open.add(channel);
    attempt.connected().addListener(done -> closeUnlessWon(done, channel));
    connecting.addListener(
        done -> {
          if (done.isSuccess()) {
            shakeHands(attempt, channel);
          } else if (attempt.addresses().hasNext() && !attempt.connected().isDone()) {
            connect(attempt);
          } else {
            attempt.failed(done.cause());
          }
        });
  }

  private static void shakeHands(DialAttempt attempt, Channel channel) {
    ChannelChain.secured(channel)
        .addListener(
            done -> {
              if (done.isSuccess()) {
                attempt.connected().trySuccess(attempt.connection(channel));
              } else {
                attempt.failed(done.cause());
              }
            });
  }

  private static void closeUnlessWon(Future<? super Connection> done, Channel channel) {
    boolean won = done.isSuccess() && ((Connection) done.getNow()).channel() == channel;
    if (!won) {
      channel.close();
    }
  }

  /** Thrown when the connect timeout is reached. */
  public static final class ConnectTimeout extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private record DialAttempt(
      Route route,
      Optional<SslContext> context,
      Iterator<InetSocketAddress> addresses,
      Promise<Connection> connected) {

    Connection connection(Channel channel) {
      return new Connection(channel, route);
    }

    void failed(Throwable cause) {
      connected.tryFailure(new Unreachable(route, cause));
    }
  }
}
