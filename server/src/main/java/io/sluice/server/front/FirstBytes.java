package io.sluice.server.front;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Tells a connection that bytes come, before they are decoded, so that slow heads are noticed. */
final class FirstBytes extends ChannelInboundHandlerAdapter {

  private final HttpConnection connection;

  FirstBytes(HttpConnection connection) {
    this.connection = connection;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    connection.bytesCame();
    context.fireChannelRead(message);
  }
}
