package io.sluice.benchmarks.peers.floor;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.LastHttpContent;
import io.sluice.benchmarks.peers.contender.Answer;
import java.util.Arrays;

/**
 * The least that can be called framing: data lines up to a blank line, line ends LF alone, one
 * event never cut. It would fail against most servers; the one of this benchmark is no trap.
 */
final class Events extends SimpleChannelInboundHandler<HttpObject> {

  private static final int PREFIX = "data: ".length();

  private final Answer answer;
  private final Payload payload;
  private byte[] bytes = new byte[1024];
  private int length;

  Events(Answer answer, Payload payload) {
    this.answer = answer;
    this.payload = payload;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
    if (message instanceof HttpContent content) {
      collect(content.content());
    }
    if (message instanceof LastHttpContent) {
      context.close();
      answer.complete();
    }
  }

  private void collect(ByteBuf content) {
    int more = content.readableBytes();
    if (bytes.length < length + more) {
      bytes = Arrays.copyOf(bytes, 2 * (length + more));
    }
    content.readBytes(bytes, length, more);
    length += more;
    int start = 0;
    for (int i = 0; i + 1 < length; i++) {
      if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
        event(start + PREFIX, i);
        start = i + 2;
      }
    }
    System.arraycopy(bytes, start, bytes, 0, length - start);
    length -= start;
  }

  private void event(int from, int to) {
    if (bytes[from] == '{') {
      payload.read(bytes, from, to);
      answer.chunk(" ");
    }
  }

  /** What is made of the data of an event. */
  @FunctionalInterface
  interface Payload {

    /** The data, which stands from one index up to another. */
    void read(byte[] bytes, int from, int to);
  }
}
