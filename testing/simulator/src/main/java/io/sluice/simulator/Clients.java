package io.sluice.simulator;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** All open connections; sets up each new one. */
@Sharable
final class Clients extends ChannelInitializer<SocketChannel> {
  private static final int MOST_CONNECTIONS = 16_384;
  private static final int LONGEST_LINE = 16 << 10;
  private static final int LONGEST_HEADERS = 64 << 10;

  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Router router;
  private final Consumer<Received> observer;
  private final Optional<SslContext> tls;

  Clients(Router router, Consumer<Received> observer, Optional<SslContext> tls) {
    this.router = router;
    this.observer = observer;
    this.tls = tls;
  }

  /** The scheme of the simulator's URLs. */
  String scheme() {
    return tls.isPresent() ? "https" : "http";
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    if (open.size() >= MOST_CONNECTIONS) {
      channel.close();
      return;
    }
    open.add(channel);
    tls.ifPresent(context -> channel.pipeline().addLast(context.newHandler(channel.alloc())));
    var limits =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(LONGEST_LINE)
            .setMaxHeaderSize(LONGEST_HEADERS);
    channel
        .pipeline()
        .addLast(
            new HttpRequestDecoder(limits), new Requests(), new ClientConnection(router, observer));
  }

  int open() {
    return open.size();
  }

  void close() {
    open.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
  }
}
