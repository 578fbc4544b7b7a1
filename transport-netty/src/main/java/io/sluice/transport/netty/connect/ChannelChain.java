package io.sluice.transport.netty.connect;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.sluice.transport.netty.body.RatioBound;
import io.sluice.transport.netty.http.AnswerBytes;
import io.sluice.transport.netty.http.CloseNotice;
import io.sluice.transport.netty.http.HttpCodec;
import io.sluice.transport.netty.route.Route;
import io.sluice.transport.netty.route.Target;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** The handlers of every connection, from the socket inwards: tunnel, TLS, HTTP, decompression. */
final class ChannelChain extends ChannelInitializer<Channel> {

  /**
   * The largest read, which bounds the bytes that may have to wait; a fast stream uses all of it.
   */
  private static final int LARGEST_READ = 256 * 1024;

  private static final int FIRST_READ = 16 * 1024;
  private static final int LEAST_READ = 1024;

  private final Route route;
  private final Optional<SslContext> context;

  ChannelChain(Route route, Optional<SslContext> context) {
    this.route = route;
    this.context = context;
  }

  @Override
  protected void initChannel(Channel channel) {
    ChannelPipeline pipeline = channel.pipeline();
    KeepAliveProbes.set(channel.config());
    // The option for it has another name in Netty 4.1.
    channel.config().setRecvByteBufAllocator(oneReadAtATime());
    Target target = route.target();
    route.tunnel().ifPresent(proxy -> Tunnel.through(proxy, target, channel));
    context.ifPresent(
        tls -> {
          SslHandler handshake = tls.newHandler(channel.alloc(), target.host(), target.port());
          handshake.setHandshakeTimeoutMillis(0);
          verifyHostName(handshake.engine());
          pipeline.addLast(handshake, new CloseNotice());
        });
    pipeline.addLast(new AnswerBytes());
    pipeline.addLast(HttpCodec.make());
    pipeline.addLast(new RatioBound());
    pipeline.addLast(new Unsecured());
  }

  private static AdaptiveRecvByteBufAllocator oneReadAtATime() {
    var reads = new AdaptiveRecvByteBufAllocator(LEAST_READ, FIRST_READ, LARGEST_READ);
    reads.maxMessagesPerRead(1);
    return reads;
  }

  /** Set here and not in the context, because that may be the caller's. */
  private static void verifyHostName(SSLEngine engine) {
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
  }

  /**
   * Succeeds when the tunnel is open and the TLS handshake is done; the dialer limits the time for
   * it.
   */
  static Future<Channel> secured(Channel channel) {
    Promise<Channel> secured = channel.eventLoop().newPromise();
    Tunnel.standing(channel)
        .addListener(
            done -> {
              if (done.isSuccess()) {
                shakeHands(channel, secured);
              } else {
                secured.tryFailure(done.cause());
              }
            });
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

  /** Stands where the exchange will be added; the futures above report the errors that end here. */
  private static final class Unsecured extends ChannelInboundHandlerAdapter {
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
