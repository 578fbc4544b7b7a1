package io.sluice.benchmarks.peers.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers the requests of one connection, one at a time. */
final class Streaming extends SimpleChannelInboundHandler<FullHttpRequest> {

  private static final Pattern MODEL =
      Pattern.compile("\"model\"\\s*:\\s*\"(flood|paced|idle)(?:-(\\d+))?(?:-(\\d+))?\"");

  private final Metronome clock;
  private int left;

  Streaming(Metronome clock) {
    this.clock = clock;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    Matcher model = MODEL.matcher(request.content().toString(StandardCharsets.UTF_8));
    if (!model.find()) {
      context.close();
      return;
    }
    Channel channel = context.channel();
    channel.write(Bytes.HEAD.duplicate());
    channel.writeAndFlush(Bytes.BEGIN.duplicate());
    switch (model.group(1)) {
      case "flood" -> {
        left = Integer.parseInt(model.group(2)) - 2;
        pour(channel);
      }
      case "paced" ->
          clock.play(channel, Integer.parseInt(model.group(2)), Integer.parseInt(model.group(3)));
      default -> channel.writeAndFlush(Bytes.one());
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    pour(context.channel());
  }

  private void pour(Channel channel) {
    while (left > 0 && channel.isWritable()) {
      if (left >= Bytes.BLOCK) {
        channel.write(Bytes.block());
        left -= Bytes.BLOCK;
      } else {
        channel.write(Bytes.one());
        left--;
      }
      if (left == 0) {
        channel.write(Bytes.END.duplicate());
      }
    }
    channel.flush();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
