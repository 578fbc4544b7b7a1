package io.sluice.transport.netty.body;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.util.ReferenceCountUtil;
import io.sluice.wire.WireEvent;
import java.util.function.Consumer;

/**
 * A handler that turns bytes into events: it takes {@code ByteBuf}s and {@link EndOfBody}, and
 * passes events on synchronously. After an exception it drops what follows. Mutable; one for each
 * stream, on its event loop.
 */
abstract class BytesDecoder extends ChannelInboundHandlerAdapter {

  private boolean broken;

  /**
   * Decodes the next bytes, which are lent until this returns.
   *
   * @throws io.netty.handler.codec.DecoderException if they cannot be decoded, or exceed a bound
   */
  abstract void decode(byte[] bytes, int from, int to, Consumer<WireEvent> events);

  /** Reports what is left when the body has ended. */
  abstract void finish(Consumer<WireEvent> events);

  @Override
  public final void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof ByteBuf bytes) {
      try {
        if (!broken) {
          decode(bytes, context::fireChannelRead);
        }
      } finally {
        ReferenceCountUtil.release(bytes);
      }
      return;
    }
    if (message == EndOfBody.REACHED && !broken) {
      finish(context::fireChannelRead);
    }
    context.fireChannelRead(message);
  }

  private void decode(ByteBuf bytes, Consumer<WireEvent> events) {
    int length = bytes.readableBytes();
    try {
      if (bytes.hasArray()) {
        int start = bytes.arrayOffset() + bytes.readerIndex();
        decode(bytes.array(), start, start + length, events);
      } else {
        decode(ByteBufUtil.getBytes(bytes), 0, length, events);
      }
    } catch (DecoderException undecodable) {
      broken = true;
      throw undecodable;
    }
  }
}
