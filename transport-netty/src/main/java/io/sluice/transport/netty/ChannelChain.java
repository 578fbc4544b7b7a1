package io.sluice.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.util.Optional;

/** The handlers every connection has, from the socket inwards: tunnel, TLS, HTTP, unpacking. */
final class ChannelChain extends ChannelInitializer<Channel> {

  private static final int LONGEST_STATUS_LINE = 8 * 1024;
  private static final int LARGEST_HEAD = 64 * 1024;

  private final Target target;
  private final Optional<Proxy> tunnel;
  private final InetSocketAddress hop;
  private final Optional<SslContext> context;

  ChannelChain(
      Target target, Optional<Proxy> proxy, InetSocketAddress hop, Optional<SslContext> context) {
    this.target = target;
    this.tunnel = context.isPresent() ? proxy : Optional.empty();
    this.hop = hop;
    this.context = context;
  }

  /** What the channel is to connect to: behind a tunnel, a name that the proxy resolves. */
  InetSocketAddress destination() {
    return tunnel.isPresent()
        ? InetSocketAddress.createUnresolved(target.host(), target.port())
        : hop;
  }

  @Override
  protected void initChannel(Channel channel) {
    ChannelPipeline pipeline = channel.pipeline();
    tunnel.ifPresent(proxy -> pipeline.addLast(tunnelThrough(proxy)));
    context.ifPresent(
        tls -> {
          SslHandler handshake = tls.newHandler(channel.alloc(), target.host(), target.port());
          handshake.setHandshakeTimeoutMillis(0);
          pipeline.addLast(handshake);
        });
    var limits =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(LONGEST_STATUS_LINE)
            .setMaxHeaderSize(LARGEST_HEAD);
    pipeline.addLast(new AnswerBytes());
    pipeline.addLast(new HttpClientCodec(limits, false, false));
    pipeline.addLast(new RatioBound());
    pipeline.addLast(new Unsecured());
  }

  /**
   * Succeeds when the tunnel stands and hands are shaken; the limit on connecting is the dialer's.
   */
  static Future<Channel> secured(Channel channel) {
    Promise<Channel> secured = channel.eventLoop().newPromise();
    ProxyHandler proxy = channel.pipeline().get(ProxyHandler.class);
    if (proxy == null) {
      shakeHands(channel, secured);
    } else {
      proxy
          .connectFuture()
          .addListener(
              done -> {
                if (done.isSuccess()) {
                  shakeHands(channel, secured);
                } else {
                  secured.tryFailure(done.cause());
                }
              });
    }
    return secured;
  }

  private static void shakeHands(Channel channel, Promise<Channel> secured) {
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls == null) {
      ready(channel, secured);
      return;
    }
    tls.handshakeFuture()
        .addListener(
            done -> {
              if (done.isSuccess()) {
                ready(channel, secured);
              } else {
                secured.tryFailure(done.cause());
              }
            });
  }

  private static void ready(Channel channel, Promise<Channel> secured) {
    channel.pipeline().remove(Unsecured.class);
    secured.trySuccess(channel);
  }

  private HttpProxyHandler tunnelThrough(Proxy proxy) {
    HttpHeaders fields = new DefaultHttpHeaders();
    proxy.fields().forEach(fields::set);
    var handler = new HttpProxyHandler(hop, fields);
    handler.setConnectTimeoutMillis(0);
    return handler;
  }

  /** Holds the place of an exchange; what goes wrong here is told by the futures awaited above. */
  private static final class Unsecured extends ChannelInboundHandlerAdapter {
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
