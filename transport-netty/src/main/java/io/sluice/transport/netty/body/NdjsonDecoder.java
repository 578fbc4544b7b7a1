package io.sluice.transport.netty.body;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;

/**
 * Turns lines of JSON into {@link WireEvent.Data} and drops blank lines. A last line without its
 * end counts if it is one whole object; else it is {@link WireEvent.Unfinished}. Mutable; one for
 * each stream, on its event loop.
 */
final class NdjsonDecoder extends ChannelInboundHandlerAdapter {

  private final LineCutter lines = new LineCutter(SseDecoder.LONGEST);

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof ByteBuf bytes) {
      try {
        lines.cut(bytes, (line, from, to) -> event(context, line, from, to));
      } finally {
        ReferenceCountUtil.release(bytes);
      }
      return;
    }
    if (message == EndOfBody.REACHED) {
      lines.finish((line, from, to) -> rest(context, line, from, to));
    }
    context.fireChannelRead(message);
  }

  private static void event(ChannelHandlerContext context, byte[] line, int from, int to) {
    if (from < to) {
      context.fireChannelRead(
          new WireEvent.Data("message", "", ByteBuffer.wrap(line, from, to - from)));
    }
  }

  private static void rest(ChannelHandlerContext context, byte[] line, int from, int to) {
    if (JsonSpan.isWhole(line, from, to)) {
      event(context, line, from, to);
    } else {
      context.fireChannelRead(
          new WireEvent.Unfinished("message", "", ByteBuffer.wrap(line, from, to - from)));
    }
  }
}
