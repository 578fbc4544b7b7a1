package io.sluice.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Takes HTTP apart for the handlers behind it: the head as it is, the body's bytes through the
 * decoder that fits them, put in place when the first of them come. Informational answers are
 * skipped. Mutable; one for each exchange, on its event loop.
 */
final class HttpBody extends ChannelInboundHandlerAdapter {

  private final DecoderChoice choice;
  private @Nullable HttpResponse head;
  private @Nullable ChannelHandler decoder;
  private boolean informational;

  /**
   * For one exchange.
   *
   * @param choice picks the decoder of its body
   */
  HttpBody(DecoderChoice choice) {
    this.choice = choice;
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (decoder != null && context.pipeline().context(decoder) != null) {
      context.pipeline().remove(decoder);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
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
    informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    if (!informational) {
      head = response;
      context.fireChannelRead(response);
    }
  }

  private void content(ChannelHandlerContext context, HttpContent content) {
    ByteBuf bytes = content.content();
    if (!informational && bytes.isReadable()) {
      putDecoder(context, bytes);
      context.fireChannelRead(bytes);
    } else {
      bytes.release();
    }
    if (!informational && content instanceof LastHttpContent) {
      context.fireChannelRead(EndOfBody.REACHED);
    }
  }

  private void putDecoder(ChannelHandlerContext context, ByteBuf start) {
    if (decoder == null && head != null) {
      decoder = choice.choose(head, start);
      head = null; // Of no more use, and as large as a chunk.
      context.pipeline().addAfter(context.name(), null, decoder);
    }
  }
}
