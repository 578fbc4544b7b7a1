package io.sluice.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.sluice.stream.Timeouts;
import io.sluice.wire.WireEvent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Consumer;

/**
 * Decodes any event stream by the standard (WHATWG HTML, "Server-sent events"), without a dialect.
 */
public final class EventStreams {

  private static final int SLICE = 16 * 1024;

  private EventStreams() {}

  /**
   * Decodes what {@code in} holds to its end, on the caller's thread, each event as soon as its
   * bytes are there. {@code events} may throw; what it throws ends the reading and comes through.
   * Closing {@code in} is the caller's.
   *
   * @throws IOException if reading fails, or in one line if a line or an event exceeds 16 MiB
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

  /**
   * Asks {@code url} for an event stream and decodes it until it ends, waiting for that. The events
   * come on another thread, one at a time; while one is being taken, nothing is read.
   *
   * @throws IOException in one line, if there is no answer of status 200 that says it is an event
   *     stream, if it breaks off, or if nothing comes within the limits
   * @throws IllegalArgumentException if the variable that names the proxy to it is malformed
   */
  public static void get(URI url, Timeouts timeouts, Proxies proxies, Consumer<WireEvent> events)
      throws IOException {
    new EventFetch(url, timeouts, events).await(proxies);
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
