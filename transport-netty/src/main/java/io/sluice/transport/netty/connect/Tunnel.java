package io.sluice.transport.netty.connect;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.sluice.transport.netty.http.HttpCodec;
import io.sluice.transport.netty.route.Proxy;
import io.sluice.transport.netty.route.Target;
import java.nio.channels.ClosedChannelException;

/**
 * Asks a proxy for a tunnel to a server (RFC 9110, 9.3.6) and leaves the pipeline when it is open.
 * Only then are the handlers behind it told that the channel is active. Mutable; one for each
 * connection, on its event loop.
 */
final class Tunnel extends ChannelInboundHandlerAdapter {

  private final Proxy proxy;
  private final Target target;
  private final HttpClientCodec codec = HttpCodec.make();
  private final Promise<Channel> standing;
  private boolean accepted;

  private Tunnel(Proxy proxy, Target target, Promise<Channel> standing) {
    this.proxy = proxy;
    this.target = target;
    this.standing = standing;
  }

  /** Adds the handlers that ask the proxy; call it before the channel is connected. */
  static void through(Proxy proxy, Target target, Channel channel) {
    var tunnel = new Tunnel(proxy, target, channel.eventLoop().newPromise());
    channel.pipeline().addLast(tunnel.codec, tunnel);
  }

  /** Succeeds when the tunnel is open, at once if none is needed; fails if the proxy refuses. */
  static Future<Channel> standing(Channel channel) {
    Tunnel tunnel = channel.pipeline().get(Tunnel.class);
    return tunnel == null ? channel.eventLoop().newSucceededFuture(channel) : tunnel.standing;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    var request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.CONNECT, target.authority());
    request.headers().set(HttpHeaderNames.HOST, target.authority());
    proxy.fields().forEach(request.headers()::set);
    context.writeAndFlush(request).addListener(written -> failUnless(written));
    context.read();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      if (message instanceof HttpResponse head) {
        head(head);
      }
      if (accepted && message instanceof LastHttpContent) {
        open(context);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (!standing.isDone()) {
      context.read();
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    standing.tryFailure(new ClosedChannelException());
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    standing.tryFailure(cause);
  }

  private void head(HttpResponse head) {
    if (head.decoderResult().isFailure()) {
      standing.tryFailure(head.decoderResult().cause());
    } else if (head.status().codeClass() == HttpStatusClass.SUCCESS) {
      accepted = true;
    } else if (head.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
      standing.tryFailure(new Refused(head));
    }
  }

  private void open(ChannelHandlerContext context) {
    context.pipeline().remove(codec);
    standing.trySuccess(context.channel());
    context.fireChannelActive();
    context.pipeline().remove(this);
  }

  private void failUnless(Future<? super Void> written) {
    if (!written.isSuccess()) {
      standing.tryFailure(written.cause());
    }
  }

  /** Thrown when the proxy refuses the tunnel. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient HttpResponse answer;

    Refused(HttpResponse answer) {
      super(answer.status().toString());
      this.answer = answer;
    }

    HttpResponse answer() {
      return answer;
    }
  }
}
