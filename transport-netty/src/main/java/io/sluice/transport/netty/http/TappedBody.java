package io.sluice.transport.netty.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.sluice.stream.WireTap;
import io.sluice.transport.netty.mask.MaskedPieces;
import io.sluice.transport.netty.mask.Redaction;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes the bytes of one body to a tap before the decoder gets them; leaves the pipeline after the
 * last byte, or with the connection. Informational answers are skipped. Mutable; one for each
 * exchange that is tapped, on its event loop.
 *
 * <p>The tap is called on the event loop. On another thread, each piece of bytes would have to
 * return before it could be decoded, and the end of the connection could overtake those that are
 * still there.
 */
public final class TappedBody extends ChannelInboundHandlerAdapter {

  private final Redaction redaction;
  private final Consumer<Throwable> broken;
  private @Nullable WireTap tap;
  private @Nullable MaskedPieces masked;
  private boolean informational;

  /** Creates the handler; {@code broken} receives the exception of a tap that throws. */
  public TappedBody(WireTap tap, Redaction redaction, Consumer<Throwable> broken) {
    this.tap = tap;
    this.redaction = redaction;
    this.broken = broken;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpResponse head) {
      informational = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
      masked = redaction.inBody(head.status().code()).map(MaskedPieces::new).orElse(null);
    }
    if (message instanceof HttpContent content && !informational) {
      bytes(content.content().nioBuffer());
      if (content instanceof LastHttpContent) {
        context.pipeline().remove(this);
      }
    }
    context.fireChannelRead(message);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (masked != null) {
      pass(masked.rest());
    }
    tell(WireTap::end);
    tap = null;
  }

  private void bytes(ByteBuffer bytes) {
    pass(masked == null ? bytes : masked.next(bytes));
  }

  private void pass(ByteBuffer bytes) {
    if (bytes.hasRemaining()) {
      tell(each -> each.bytes(bytes.asReadOnlyBuffer()));
    }
  }

  private void tell(Consumer<WireTap> news) {
    WireTap told = tap;
    if (told == null) {
      return;
    }
    try {
      news.accept(told);
    } catch (RuntimeException | Error thrown) {
      tap = null;
      broken.accept(thrown);
    }
  }
}
