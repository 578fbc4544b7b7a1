package io.sluice.transport.netty.body;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs bytes through a decoder, cut as a test says, and writes down what comes out. */
public final class Decoding {

  private final List<String> seen = new ArrayList<>();
  private final EmbeddedChannel channel;

  private Decoding(ChannelHandler decoder) {
    channel = new EmbeddedChannel(decoder, new Recorder());
  }

  /** What {@code bytes} decode to when they come in these pieces. */
  public static List<String> of(ChannelHandler decoder, byte[] bytes, int... pieces) {
    var decoding = new Decoding(decoder);
    int at = 0;
    for (int piece : pieces) {
      decoding.write(bytes, at, piece);
      at += piece;
    }
    decoding.write(bytes, at, bytes.length - at);
    return decoding.end();
  }

  /** What {@code bytes} decode to when they come one at a time. */
  public static List<String> bytewise(ChannelHandler decoder, byte[] bytes) {
    int[] ones = new int[bytes.length];
    java.util.Arrays.fill(ones, 1);
    return of(decoder, bytes, ones);
  }

  private void write(byte[] bytes, int from, int length) {
    ByteBuf buffer = channel.alloc().buffer();
    channel.writeInbound(buffer.writeBytes(bytes, from, length));
  }

  private List<String> end() {
    channel.writeInbound(EndOfBody.REACHED);
    channel.finishAndReleaseAll();
    return seen;
  }

  private final class Recorder extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof WireEvent event) {
        seen.add(line(event));
      }
    }
  }

  private static String line(WireEvent event) {
    if (event instanceof WireEvent.Data data) {
      return data.type() + "|" + data.id() + "|" + text(data.bytes());
    }
    if (event instanceof WireEvent.Unfinished rest) {
      return "unfinished " + rest.type() + "|" + rest.id() + "|" + text(rest.bytes());
    }
    if (event instanceof WireEvent.Comment comment) {
      return "comment" + comment.text();
    }
    if (event instanceof WireEvent.UnknownField field) {
      return "unknown " + field.name() + "=" + field.value();
    }
    if (event instanceof WireEvent.ReconnectionTime time) {
      return "retry " + time.milliseconds();
    }
    return "whole " + text(((WireEvent.Whole) event).bytes());
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }
}
