package io.sluice.simulator;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * An OpenAI-compatible server on loopback for testing clients, which also speaks the APIs of {@link
 * SimulatedApi}. It gives healthy answers of an offline model or a recording, and can simulate
 * every fault that was seen in a real server. It runs on one thread of its own. Thread-safe.
 */
public final class Simulator implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final long SECONDS_TO_CLOSE = 5;

  private final EventLoopGroup loop;
  private final Channel server;
  private final Clients clients;

  private Simulator(EventLoopGroup loop, Channel server, Clients clients) {
    this.loop = loop;
    this.server = server;
    this.clients = clients;
  }

  /** Starts a simulator with the offline model, on a free port, without faults. */
  public static Simulator start() {
    return builder().start();
  }

  /** Returns a builder for a simulator with other settings. */
  public static SimulatorBuilder builder() {
    return new SimulatorBuilder();
  }

  static Simulator start(int port, Clients clients) {
    var threads = new DefaultThreadFactory("sluice-simulator", true);
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, threads, NioIoHandler.newFactory());
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(clients)
            .bind(LOOPBACK, port)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loop.shutdownGracefully(0, SECONDS_TO_CLOSE, TimeUnit.SECONDS);
      throw notBound(port, bound.cause());
    }
    return new Simulator(loop, bound.channel(), clients);
  }

  private static UncheckedIOException notBound(int port, Throwable cause) {
    String message =
        cause instanceof BindException
            ? "port " + port + " is in use; choose another, or 0 for a free one"
            : "cannot listen on port " + port + " of " + LOOPBACK + ": " + cause.getMessage();
    return new UncheckedIOException(message, new IOException(message, cause));
  }

  /** The base URL for clients, including {@code /v1}: {@code http://127.0.0.1:PORT/v1}. */
  public URI baseUrl() {
    return baseUrl(SimulatedApi.OPENAI);
  }

  /** The base URL for clients of an API, such as {@code http://127.0.0.1:PORT/v1beta}. */
  public URI baseUrl(SimulatedApi api) {
    return URI.create(clients.scheme() + "://" + LOOPBACK + ":" + port() + api.basePath());
  }

  /** The port that the simulator listens on. */
  public int port() {
    return ((InetSocketAddress) server.localAddress()).getPort();
  }

  /** The number of open connections, for tests of whether a client closes its own. */
  public int openConnections() {
    return clients.open();
  }

  /** Closes the port and all connections in any state, within five seconds. */
  @Override
  public void close() {
    server.close().awaitUninterruptibly(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
    clients.close();
    loop.shutdownGracefully(0, SECONDS_TO_CLOSE, TimeUnit.SECONDS)
        .awaitUninterruptibly(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
  }
}
