package io.sluice.transport.netty.body;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.sluice.wire.WireEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Decodes an event stream that a program reads itself. */
public final class EventStreamReader {

  private static final int SLICE = 16 * 1024;

  private EventStreamReader() {}

  /**
   * Passes each event of {@code in} to {@code events} until it ends; does not close it.
   *
   * @throws IOException if it cannot be read, or holds a line or an event beyond the bounds
   */
  public static void read(InputStream in, Consumer<WireEvent> events) throws IOException {
    var decoder = new EmbeddedChannel(new SseDecoder(), new Tail(events));
    try {
      byte[] slice = new byte[SLICE];
      for (int read = in.read(slice); read >= 0; read = in.read(slice)) {
        ByteBuf bytes = decoder.alloc().heapBuffer(read);
        decoder.writeInbound(bytes.writeBytes(slice, 0, read));
      }
      decoder.writeInbound(EndOfBody.REACHED);
    } catch (TooLongFrameException tooLong) {
      throw new IOException(tooLong.getMessage(), tooLong);
    } finally {
      decoder.finishAndReleaseAll();
    }
  }

  private static final class Tail extends ChannelInboundHandlerAdapter {

    private final Consumer<WireEvent> events;

    Tail(Consumer<WireEvent> events) {
      this.events = events;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof WireEvent event) {
        events.accept(event);
      }
    }
  }
}
