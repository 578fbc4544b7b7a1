package io.sluice.server.front;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Passes connections to the doorkeeper, who can be hired only when the port is known. Where TLS is
 * spoken, a client has the ten seconds of the handler for its handshake.
 */
final class Entrance extends ChannelInitializer<Channel> {

  private final Optional<SSLContext> tls;
  private final IntFunction<FrontTerms> terms;
  private final ChannelGroup open;
  private volatile Optional<Doorkeeper> doorkeeper = Optional.empty();

  Entrance(Optional<SSLContext> tls, IntFunction<FrontTerms> terms, ChannelGroup open) {
    this.tls = tls;
    this.terms = terms;
    this.open = open;
  }

  @Override
  protected void initChannel(Channel channel) {
    if (doorkeeper.isEmpty()) {
      hire(((InetSocketAddress) channel.parent().localAddress()).getPort());
    }
    tls.ifPresent(context -> channel.pipeline().addLast(new SslHandler(engine(context))));
    channel.pipeline().addLast(doorkeeper.orElseThrow());
  }

  private static SSLEngine engine(SSLContext context) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    return engine;
  }

  private synchronized void hire(int port) {
    if (doorkeeper.isEmpty()) {
      doorkeeper = Optional.of(new Doorkeeper(terms.apply(port), open));
    }
  }
}
