package io.sluice.transport.netty.body;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.util.ReferenceCountUtil;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body that is not a stream and passes it on as one {@link WireEvent.Whole} before its
 * {@link EndOfBody}. Mutable; one for each body, on its event loop.
 */
public final class BodyCollector extends ChannelInboundHandlerAdapter {

  /** How much of an error's body is read: 64 KiB. */
  static final int LONGEST_ERROR = 64 << 10;

  private final int longest;
  private final Excess excess;
  private @Nullable ByteBuf body;

  private BodyCollector(int longest, Excess excess) {
    this.longest = longest;
    this.excess = excess;
  }

  /** Collects an answer; one longer than the bound is refused. */
  public static BodyCollector ofAnswer() {
    return new BodyCollector(WireEvent.Whole.LONGEST, Excess.REFUSED);
  }

  /** Collects an error's explanation; the bytes beyond the bound are dropped. */
  static BodyCollector ofError() {
    return new BodyCollector(LONGEST_ERROR, Excess.LEFT_OUT);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    release();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof ByteBuf bytes) {
      try {
        collect(context, bytes);
      } finally {
        ReferenceCountUtil.release(bytes);
      }
      return;
    }
    if (message == EndOfBody.REACHED) {
      handOver(context);
    }
    context.fireChannelRead(message);
  }

  /** A truncated explanation is passed on, since it is more useful than none. */
  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (excess == Excess.LEFT_OUT && body != null) {
      handOver(context);
    }
    context.fireChannelInactive();
  }

  private void handOver(ChannelHandlerContext context) {
    ByteBuf whole = body == null ? context.alloc().heapBuffer(0) : body;
    body = null;
    try {
      ByteBuffer bytes = whole.nioBuffer();
      context.fireChannelRead(
          new WireEvent.Whole(
              excess == Excess.LEFT_OUT ? Packing.unpacked(bytes, longest) : bytes));
    } finally {
      whole.release();
    }
  }

  private void collect(ChannelHandlerContext context, ByteBuf bytes) {
    if (body == null) {
      body = context.alloc().heapBuffer(bytes.readableBytes());
    }
    int room = longest - body.writerIndex();
    if (bytes.readableBytes() > room && excess == Excess.REFUSED) {
      release();
      throw new TooLongFrameException("the answer is longer than " + longest + " bytes");
    }
    body.writeBytes(bytes, Math.min(room, bytes.readableBytes()));
  }

  private void release() {
    if (body != null) {
      body.release();
      body = null;
    }
  }

  /** The treatment of a body that is longer than the bound. */
  private enum Excess {
    REFUSED,
    LEFT_OUT
  }
}
