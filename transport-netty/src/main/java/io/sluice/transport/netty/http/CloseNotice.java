package io.sluice.transport.netty.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslCloseCompletionEvent;

/**
 * Closes a connection whose peer has announced by TLS that it sends nothing more (RFC 8446, 6.1),
 * even if the peer leaves the socket open: in TLS 1.3 it may wait for the client to close it.
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
