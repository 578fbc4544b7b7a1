package io.sluice.transport.netty.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.sluice.transport.netty.body.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the HTTP decoder. Leads the chunks of a body past it while they are plain, many at
 * once, since the decoder makes a message of each; what it is not given it need not know of, as it
 * stands between two chunks all the while. Also knows whether any byte has come: an answer that
 * never began may be asked for again, one that broke off in its head may not. Mutable; one for each
 * connection, on its event loop.
 */
public final class AnswerBytes extends ChannelInboundHandlerAdapter {

  private final HeadEnd headEnd = new HeadEnd();
  private OpeningBytes opening = new OpeningBytes();
  private Stage stage = Stage.REST;
  private @Nullable PlainChunks chunks;
  private boolean any;

  public static AnswerBytes of(Channel channel) {
    return channel.pipeline().get(AnswerBytes.class);
  }

  /** A request goes out; what comes is its answer. */
  public void begin() {
    any = false;
    opening = new OpeningBytes();
    chunks = null;
    stage = Stage.HEAD;
  }

  /** Whether any byte has come since. */
  public boolean any() {
    return any;
  }

  /**
   * The decoder has read this head, just now. Whatever has no body, or may have none, is the
   * decoder's to know.
   */
  public void head(HttpResponse head) {
    boolean plain =
        stage == Stage.HEAD
            && head.status().code() == HttpResponseStatus.OK.code()
            && HttpUtil.isTransferEncodingChunked(head);
    chunks = plain ? new PlainChunks() : null;
    stage = plain ? Stage.CHUNKS : Stage.REST;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    any = true;
    if (stage == Stage.REST || !(message instanceof ByteBuf bytes)) {
      context.fireChannelRead(message);
      return;
    }
    try {
      read(context, bytes);
    } finally {
      bytes.release();
    }
  }

  private void read(ChannelHandlerContext context, ByteBuf bytes) {
    while (bytes.isReadable() && stage != Stage.BROKEN) {
      switch (stage) {
        case HEAD -> takeHead(context, bytes);
        case CHUNKS -> takeChunks(context, bytes);
        default -> context.fireChannelRead(bytes.readRetainedSlice(bytes.readableBytes()));
      }
    }
  }

  /** The decoder gets the head without the body, so that its end is known. */
  private void takeHead(ChannelHandlerContext context, ByteBuf bytes) {
    Optional<String> other = opening.protocol(bytes);
    if (other.isPresent()) {
      stage = Stage.BROKEN;
      context.fireExceptionCaught(new Unreadable(other.get()));
    } else {
      context.fireChannelRead(bytes.readRetainedSlice(headEnd.lengthIn(bytes)));
    }
  }

  private void takeChunks(ChannelHandlerContext context, ByteBuf bytes) {
    PlainChunks plain = chunks;
    if (plain == null) {
      return;
    }
    // On the heap, where JSON is read.
    int length = bytes.readableBytes();
    ByteBuf data = context.alloc().heapBuffer(length, length);
    bytes.getBytes(bytes.readerIndex(), data, length);
    int start = data.arrayOffset();
    data.writerIndex(plain.take(data.array(), start, start + length) - start);
    bytes.skipBytes(plain.position() - start);
    pass(context, data);
    if (plain.isOdd()) {
      stage = Stage.REST;
      context.fireChannelRead(Unpooled.copiedBuffer(plain.begun(), StandardCharsets.US_ASCII));
    } else if (plain.isBroken()) {
      stage = Stage.BROKEN;
      context.fireExceptionCaught(
          new CorruptedFrameException("a chunk of the body does not end where it said"));
    }
  }

  private static void pass(ChannelHandlerContext context, ByteBuf data) {
    if (data.isReadable()) {
      context
          .pipeline()
          .context(HttpClientCodec.class)
          .fireChannelRead(new DefaultHttpContent(data));
    } else {
      data.release();
    }
  }

  /** What comes next. */
  private enum Stage {
    HEAD,
    CHUNKS,
    /** Nothing that is of interest here. */
    REST,
    /** Nothing that could be understood. */
    BROKEN
  }
}
