package io.sluice.server.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.sluice.server.front.ConnectionCensus.Admission;
import io.sluice.server.http.Refusal;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Lets connections in, as long as there are not too many, and gives each its handlers. */
final class Doorkeeper extends ChannelInitializer<Channel> {

  /** More than this is not written for a client that does not read. */
  private static final int UNSENT = 64 * 1024;

  private final FrontTerms terms;
  private final ChannelGroup open;
  private final ConnectionCensus census;

  Doorkeeper(FrontTerms terms, ChannelGroup open) {
    this.terms = terms;
    this.open = open;
    this.census = new ConnectionCensus(terms.limits());
  }

  @Override
  protected void initChannel(Channel channel) {
    InetAddress address = ((InetSocketAddress) channel.remoteAddress()).getAddress();
    Admission admission = census.enter(address);
    if (admission != Admission.WELCOME) {
      turnAway(channel, admission);
      return;
    }
    channel.closeFuture().addListener(closed -> census.leave(address));
    open.add(channel);
    channel
        .config()
        .setOption(
            ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(UNSENT / 2, UNSENT));
    var connection = new HttpConnection(terms, channel);
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.addLast(new FirstBytes(connection));
    pipeline.addLast(new RequestDecoder(terms.limits()));
    pipeline.addLast(new HttpResponseEncoder());
    pipeline.addLast(connection);
  }

  private static void turnAway(Channel channel, Admission admission) {
    if (admission == Admission.FULL) {
      channel.close();
      return;
    }
    byte[] body =
        new Refusal(503, "too_many_connections", "this address has too many connections; close one")
            .reply()
            .body();
    String head =
        "HTTP/1.1 503 Service Unavailable\r\nServer: sluice\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + body.length
            + "\r\nConnection: close\r\n\r\n";
    channel
        .writeAndFlush(Unpooled.wrappedBuffer(head.getBytes(UTF_8), body))
        .addListener(ChannelFutureListener.CLOSE);
  }
}
