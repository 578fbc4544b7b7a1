package io.sluice.transport.netty.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.sluice.transport.netty.body.BodyCollector;
import io.sluice.transport.netty.body.DecoderChoice;
import io.sluice.transport.netty.body.EndOfBody;
import io.sluice.transport.netty.body.Packing;
import io.sluice.transport.netty.body.Unreadable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Separates HTTP from the body: passes on the head unchanged and the body's bytes through the
 * matching decoder, which is added when the first bytes arrive. Informational answers are skipped.
 * Mutable; one for each exchange, on its event loop.
 */
public final class HttpBody extends ChannelInboundHandlerAdapter {

  private final DecoderChoice choice;
  private @Nullable HttpResponse head;
  private @Nullable ChannelHandler decoder;

  /** The first bytes, while they do not yet decide the decoder. */
  private ByteBuf undecided = Unpooled.EMPTY_BUFFER;

  private boolean informational;
  private boolean unreadable;

  /**
   * Creates the handler of one exchange.
   *
   * @param choice picks the decoder of its body
   */
  public HttpBody(DecoderChoice choice) {
    this.choice = choice;
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    undecided.release();
    undecided = Unpooled.EMPTY_BUFFER;
    if (decoder != null && context.pipeline().context(decoder) != null) {
      context.pipeline().remove(decoder);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (unreadable) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
      ReferenceCountUtil.release(message);
      context.fireExceptionCaught(part.decoderResult().cause());
      return;
    }
    if (message instanceof HttpResponse response) {
      head(context, response);
    }
    if (message instanceof HttpContent content) {
      content(context, content);
    }
  }

  private void head(ChannelHandlerContext context, HttpResponse response) {
    if (response.status().codeClass() == HttpStatusClass.UNKNOWN) {
      refuse(context, "the response has the status " + response.status() + ", which HTTP has not");
      return;
    }
    informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    if (!informational) {
      head = response;
      context.fireChannelRead(response);
      Packing.ofTransfer(response).ifPresent(line -> refuse(context, line));
    }
  }

  private void content(ChannelHandlerContext context, HttpContent content) {
    ByteBuf bytes = content.content();
    if (!informational && !unreadable && bytes.isReadable()) {
      pass(context, bytes);
    } else {
      bytes.release();
    }
    if (!informational && !unreadable && content instanceof LastHttpContent) {
      end(context);
    }
  }

  private void pass(ChannelHandlerContext context, ByteBuf bytes) {
    if (decoder != null) {
      context.fireChannelRead(bytes);
      return;
    }
    ByteBuf start = bytes;
    if (undecided.isReadable()) {
      start = Unpooled.wrappedBuffer(undecided, bytes);
    } else {
      undecided.release(); // Empty lines.
    }
    undecided = start;
    HttpResponse about = head;
    if (about != null) {
      begin(context, about, start);
    }
  }

  private void begin(ChannelHandlerContext context, HttpResponse about, ByteBuf start) {
    Optional<String> packed = Packing.ofBody(about, start);
    if (packed.isPresent()) {
      refuse(context, packed.get());
      return;
    }
    Optional<ChannelHandler> fitting = choice.choose(about, start);
    if (fitting.isPresent()) {
      put(context, fitting.get());
    } else {
      skipBlanks(start);
      undecided = Unpooled.copiedBuffer(start);
      start.release();
    }
  }

  /**
   * Skips blanks at the beginning of a body, which do not help to decide the decoder, so that few
   * bytes stay undecided. One blank of the last line is kept, because in an event stream a blank
   * before a field's name makes it another field.
   */
  private static void skipBlanks(ByteBuf start) {
    int visible = start.forEachByte(value -> value >= 0 && value <= ' ');
    int end = visible < 0 ? start.writerIndex() : visible;
    boolean indented =
        end > start.readerIndex()
            && start.getByte(end - 1) != '\n'
            && start.getByte(end - 1) != '\r';
    start.readerIndex(indented ? end - 1 : end);
  }

  private void put(ChannelHandlerContext context, ChannelHandler fitting) {
    decoder = fitting;
    head = null; // No longer needed, and as large as a chunk.
    context.pipeline().addAfter(context.name(), null, fitting);
    ByteBuf start = undecided;
    undecided = Unpooled.EMPTY_BUFFER;
    context.fireChannelRead(start);
  }

  private void end(ChannelHandlerContext context) {
    if (undecided.isReadable()) {
      put(context, BodyCollector.ofAnswer());
    }
    context.fireChannelRead(EndOfBody.REACHED);
  }

  private void refuse(ChannelHandlerContext context, String line) {
    unreadable = true;
    context.fireExceptionCaught(new Unreadable(line));
  }
}
