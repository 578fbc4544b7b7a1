package io.sluice.benchmarks.peers.floor;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.sluice.benchmarks.peers.contender.Answer;
import io.sluice.benchmarks.peers.contender.Worker;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * What no client can do without: the bytes read by bare Netty; the same and their framing; the same
 * and a walk through the tokens of their JSON.
 */
public final class Main {

  /** As much at once as Sluice reads. */
  private static final int READ = 64 * 1024;

  private Main() {}

  /**
   * Serves orders.
   *
   * @param args the base URL, and how far to go: {@code bytes}, {@code framing} or {@code json}
   */
  public static void main(String[] args) throws IOException {
    URI url = URI.create(args[0]);
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    Worker.serve(
        (model, answer) ->
            new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ))
                .handler(
                    new ChannelInitializer<Channel>() {
                      @Override
                      protected void initChannel(Channel channel) {
                        Depth.of(args[1]).addTo(channel.pipeline(), answer);
                        channel.pipeline().addLast(new Asking(request(url, model), answer));
                      }
                    })
                .connect(url.getHost(), url.getPort()));
  }

  private static String request(URI url, String model) {
    String body = "{\"model\":\"" + model + "\",\"stream\":true}";
    return "POST "
        + url.getPath()
        + "/chat/completions HTTP/1.1\r\nHost: "
        + url.getAuthority()
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static final class Asking extends ChannelInboundHandlerAdapter {

    private final ByteBuf request;
    private final Answer answer;

    Asking(String request, Answer answer) {
      this.request = Unpooled.copiedBuffer(request, StandardCharsets.US_ASCII);
      this.answer = answer;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      context.writeAndFlush(request);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      answer.broken(cause);
      context.close();
    }
  }
}
