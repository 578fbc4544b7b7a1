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
 * Tells a tap the bytes of one body before the decoder gets them; it leaves the pipeline with the
 * last of them, or with the connection. Informational answers are skipped. Mutable; one for each
 * exchange that is tapped, on its event loop.
 *
 * <p>It tells on the loop. Another thread would have to take each piece and give it back before it
 * is decoded, and the end of the connection would overtake what it still holds.
 */
public final class TappedBody extends ChannelInboundHandlerAdapter {

  private final Redaction redaction;
  private final Consumer<Throwable> broken;
  private @Nullable WireTap tap;
  private @Nullable MaskedPieces masked;
  private boolean informational;

  /** With what is told of a tap that throws. */
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
