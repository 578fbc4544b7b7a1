package io.sluice.benchmarks.peers.floor;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.sluice.benchmarks.peers.contender.Answer;

/** Reads everything and looks at the end of each read only, for the last chunk of the body. */
final class Bytes extends ChannelInboundHandlerAdapter {

  private static final byte[] END = {'\r', '\n', '0', '\r', '\n', '\r', '\n'};

  private final Answer answer;
  private boolean any;

  Bytes(Answer answer) {
    this.answer = answer;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    if (!any) {
      any = true;
      answer.chunk(" ");
    }
    boolean last = endsBody(bytes);
    bytes.release();
    if (last) {
      context.close();
      answer.complete();
    }
  }

  private static boolean endsBody(ByteBuf bytes) {
    int start = bytes.writerIndex() - END.length;
    if (start < bytes.readerIndex()) {
      return false;
    }
    for (int i = 0; i < END.length; i++) {
      if (bytes.getByte(start + i) != END[i]) {
        return false;
      }
    }
    return true;
  }
}
