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
 * Reads the bytes before the HTTP decoder and passes the chunks of a body around it while their
 * framing is plain, many at once, since the decoder makes a message of each. The decoder stays in
 * its state between two chunks meanwhile, so that it can skip them. Also records whether any byte
 * of an answer was received: a request may be repeated if its answer never began, not if it broke
 * off in its head. Mutable; one for each connection, on its event loop.
 */
public final class AnswerBytes extends ChannelInboundHandlerAdapter {

  private final HeadEnd headEnd = new HeadEnd();
  private OpeningBytes opening = new OpeningBytes();
  private Stage stage = Stage.REST;
  private @Nullable PlainChunks chunks;
  private boolean any;

  /** Returns the handler of this kind in a channel. */
  public static AnswerBytes of(Channel channel) {
    return channel.pipeline().get(AnswerBytes.class);
  }

  /** Called when a request is sent; the bytes that follow are its answer. */
  public void begin() {
    any = false;
    opening = new OpeningBytes();
    chunks = null;
    stage = Stage.HEAD;
  }

  /** Whether any byte was received since {@link #begin()}. */
  public boolean any() {
    return any;
  }

  /**
   * Called when the decoder has just read this head. The decoder itself handles answers that have
   * no body or may have none.
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

  /** Passes the decoder the head without the body, so that the end of the head is known. */
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
    // On the heap, because the JSON reader reads arrays.
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

  /** The part of the answer that follows. */
  private enum Stage {
    HEAD,
    CHUNKS,
    /** Bytes that this handler only passes on. */
    REST,
    /** Bytes after an error, which are dropped. */
    BROKEN
  }
}
