package io.sluice.transport.netty.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslCloseCompletionEvent;

/**
 * Closes a connection whose peer has said by TLS that nothing more comes (RFC 8446, 6.1), whether
 * or not it closes the socket: in TLS 1.3 it may wait for us to do so.
 */
public final class CloseNotice extends ChannelInboundHandlerAdapter {

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == SslCloseCompletionEvent.SUCCESS) {
      context.close();
    }
    context.fireUserEventTriggered(event);
  }
}
