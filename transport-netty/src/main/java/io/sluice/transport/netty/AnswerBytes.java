package io.sluice.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Knows whether any byte has come since it was last asked to begin: an answer that never began may
 * be asked for again, one that broke off in its head may not. Mutable; one for each connection, on
 * its event loop.
 */
final class AnswerBytes extends ChannelInboundHandlerAdapter {

  private boolean any;

  static AnswerBytes of(Channel channel) {
    return channel.pipeline().get(AnswerBytes.class);
  }

  void begin() {
    any = false;
  }

  boolean any() {
    return any;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    any = true;
    context.fireChannelRead(message);
  }
}
