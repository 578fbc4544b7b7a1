package io.sluice.transport.netty.body;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.util.ReferenceCountUtil;
import io.sluice.wire.WireEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of an event stream into {@link WireEvent}s, to the letter of the standard (WHATWG
 * HTML, "Server-sent events", parsing and interpreting an event stream). Takes {@code ByteBuf}s and
 * {@link EndOfBody}; passes events on synchronously, so that the buffers they lend are good for as
 * long as the next handler's call lasts. After a bound was exceeded it drops what follows.
 *
 * <p>Mutable; one for each stream, on its event loop.
 */
public final class SseDecoder extends ChannelInboundHandlerAdapter {

  /** The bound on a line, including comments, and on the data of an event: 16 MiB. */
  static final int LONGEST = 16 << 20;

  private final ByteOrderMark mark = new ByteOrderMark();
  private final LineCutter lines = new LineCutter(LONGEST);
  private @Nullable EventBuilder event;
  private boolean broken;

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    event = new EventBuilder(LONGEST, context::fireChannelRead);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof ByteBuf bytes) {
      try {
        decode(bytes);
      } finally {
        ReferenceCountUtil.release(bytes);
      }
      return;
    }
    if (message == EndOfBody.REACHED && !broken) {
      lines.finish(event()::unfinishedLine);
      event().finish();
    }
    context.fireChannelRead(message);
  }

  private void decode(ByteBuf bytes) {
    if (broken) {
      return;
    }
    try {
      if (mark.isPast()) {
        lines.cut(bytes, event());
      } else {
        mark.strip(bytes, part -> lines.cut(part, event()));
      }
      event().settle();
    } catch (TooLongFrameException tooLong) {
      broken = true;
      throw tooLong;
    }
  }

  private EventBuilder event() {
    return Objects.requireNonNull(event, "the decoder is in no pipeline");
  }
}
