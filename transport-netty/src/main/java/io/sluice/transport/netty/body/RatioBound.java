package io.sluice.transport.netty.body;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;

/**
 * Decodes gzip and deflate, which Sluice never offers but some gateways send, and fails if a body
 * unpacks to more than {@value #RATIO} times its size: text compresses to about a tenth, a
 * decompression bomb to a thousandth. The decoders are added only when a response head requires
 * them, since every handler in the chain costs time for each chunk. Mutable; one for each
 * connection, on its event loop.
 */
public final class RatioBound extends ChannelInboundHandlerAdapter {

  private static final long RATIO = 100;

  /** The bytes that one network read may unpack to at once. */
  private static final int LARGEST_PIECE = 8 << 20;

  /** Short bodies of blanks compress well; a body below this size is never refused. */
  private static final long UNSUSPICIOUS = 1 << 20;

  private long packed;
  private long unpacked;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpResponse head) {
      packed = 0;
      unpacked = 0;
      prepare(context, head.headers().contains(HttpHeaderNames.CONTENT_ENCODING));
    } else if (message instanceof HttpContent content) {
      packed += content.content().readableBytes();
    }
    context.fireChannelRead(message);
  }

  private void prepare(ChannelHandlerContext context, boolean encoded) {
    ChannelPipeline pipeline = context.pipeline();
    if (encoded && pipeline.get(Unpacked.class) == null) {
      pipeline.addAfter(context.name(), null, new Unpacked());
      pipeline.addAfter(context.name(), null, new HttpContentDecompressor(false, LARGEST_PIECE));
    } else if (!encoded && pipeline.get(Unpacked.class) != null) {
      pipeline.remove(HttpContentDecompressor.class);
      pipeline.remove(Unpacked.class);
    }
  }

  private boolean exceeded() {
    return unpacked > UNSUSPICIOUS && unpacked > packed * RATIO;
  }

  private final class Unpacked extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpContent content && broken(context.channel(), content)) {
        ReferenceCountUtil.release(message);
        return;
      }
      context.fireChannelRead(message);
    }

    private boolean broken(Channel channel, HttpContent content) {
      boolean before = exceeded();
      unpacked += content.content().readableBytes();
      if (exceeded() && !before) {
        channel
            .pipeline()
            .fireExceptionCaught(
                new TooLongFrameException(
                    "the body unpacks to more than " + RATIO + " times its size"));
      }
      return exceeded();
    }
  }
}
