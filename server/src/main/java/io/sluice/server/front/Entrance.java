package io.sluice.server.front;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.IntFunction;

/** Passes connections to the doorkeeper, who can be hired only when the port is known. */
final class Entrance extends ChannelInitializer<Channel> {

  private final IntFunction<FrontTerms> terms;
  private final ChannelGroup open;
  private volatile Optional<Doorkeeper> doorkeeper = Optional.empty();

  Entrance(IntFunction<FrontTerms> terms, ChannelGroup open) {
    this.terms = terms;
    this.open = open;
  }

  @Override
  protected void initChannel(Channel channel) {
    if (doorkeeper.isEmpty()) {
      hire(((InetSocketAddress) channel.parent().localAddress()).getPort());
    }
    channel.pipeline().addLast(doorkeeper.orElseThrow());
  }

  private synchronized void hire(int port) {
    if (doorkeeper.isEmpty()) {
      doorkeeper = Optional.of(new Doorkeeper(terms.apply(port), open));
    }
  }
}
