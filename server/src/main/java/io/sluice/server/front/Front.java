package io.sluice.server.front;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import javax.net.ssl.SSLContext;

/** The port of a server, its loops, and its connections. Thread-safe. */
public final class Front implements AutoCloseable {

  private static final int MOST_LOOPS = 4;
  private static final int WAITING_TO_BE_ACCEPTED = 1_024;
  private static final long SECONDS_TO_CLOSE = 2;
  private static final long SECONDS_TO_DRAIN = 1;

  private final EventLoopGroup loops;
  private final Channel port;
  private final ChannelGroup open;

  private Front(EventLoopGroup loops, Channel port, ChannelGroup open) {
    this.loops = loops;
    this.port = port;
    this.open = open;
  }

  /**
   * Opens a port.
   *
   * @param address where to listen; port 0 stands for a free one
   * @param tls how it speaks TLS; empty if it does not
   * @param terms makes the terms of the connections, once the port is known
   * @throws UncheckedIOException in one line, if the port cannot be opened
   */
  public static Front open(
      InetSocketAddress address, Optional<SSLContext> tls, IntFunction<FrontTerms> terms) {
    int most = Math.min(MOST_LOOPS, Runtime.getRuntime().availableProcessors());
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            most, new DefaultThreadFactory("sluice-server", true), NioIoHandler.newFactory());
    // A connection may be registered behind the closing of all: the group closes that one too.
    var open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    ChannelFuture bound = bind(loops, address, new Entrance(tls, terms, open));
    if (!bound.isSuccess()) {
      loops.shutdownGracefully(0, SECONDS_TO_CLOSE, TimeUnit.SECONDS);
      throw notBound(address, bound.cause());
    }
    return new Front(loops, bound.channel(), open);
  }

  /** The port that it listens on. */
  public int port() {
    return number(port);
  }

  /** How many connections are open. */
  public int connections() {
    return open.size();
  }

  /** Takes no more connections. */
  public void shut() {
    port.close().awaitUninterruptibly(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
  }

  /** Waits until what was written is sent and no reply grows any more, a second at most. */
  public void drain() {
    open.newCloseFuture().awaitUninterruptibly(SECONDS_TO_DRAIN, TimeUnit.SECONDS);
  }

  /** Closes the port and all connections, and ends the loops. */
  @Override
  public void close() {
    shut();
    open.close().awaitUninterruptibly(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
    loops
        .shutdownGracefully(0, SECONDS_TO_CLOSE, TimeUnit.SECONDS)
        .awaitUninterruptibly(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
  }

  private static ChannelFuture bind(
      EventLoopGroup loops, InetSocketAddress address, Entrance entrance) {
    return new ServerBootstrap()
        .group(loops)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, WAITING_TO_BE_ACCEPTED)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, false)
        .childHandler(entrance)
        .bind(address)
        .awaitUninterruptibly();
  }

  private static UncheckedIOException notBound(InetSocketAddress address, Throwable cause) {
    String message =
        cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")
            ? "port " + address.getPort() + " is in use; choose another, or 0 for a free one"
            : "cannot listen on "
                + address.getHostString()
                + ":"
                + address.getPort()
                + ": "
                + cause.getMessage();
    return new UncheckedIOException(message, new IOException(message, cause));
  }

  private static int number(Channel port) {
    return ((InetSocketAddress) port.localAddress()).getPort();
  }
}
