package io.sluice.benchmarks.server;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Connections that send a request each and read what comes, all on one thread. */
final class Readers implements AutoCloseable {

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  /** Opens a connection to a port of this machine, which is closed when the reader has enough. */
  void open(int port, String request, Supplier<Reader> reader) {
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(new Connection(request, reader.get()))
        .connect("127.0.0.1", port);
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  /** Takes what comes; on the one thread. */
  interface Reader {

    /** Takes some text; says whether that was all. */
    boolean read(String text);

    /** The connection ended before. */
    void broken();
  }

  private static final class Connection extends ChannelInboundHandlerAdapter {

    private final String request;
    private final Reader reader;
    private boolean over;

    Connection(String request, Reader reader) {
      this.request = request;
      this.reader = reader;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      context.writeAndFlush(Unpooled.copiedBuffer(request, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      var bytes = (ByteBuf) message;
      String text = bytes.toString(StandardCharsets.ISO_8859_1);
      bytes.release();
      if (!over && reader.read(text)) {
        over = true;
        context.close();
      }
    }

    @Override
    public void channelUnregistered(ChannelHandlerContext context) {
      if (!over) {
        over = true;
        reader.broken();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
