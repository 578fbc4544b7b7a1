package io.sluice.transport.netty.body;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Framing;
import io.sluice.wire.WireEvent;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decodes a streamed body that a program reads by itself. Mutable; for one thread at a time. */
public final class EventStreamDecoder implements BodyDecoder {

  private final byte[] slice = new byte[16 * 1024];
  private final InputStream in;
  private final Tail tail = new Tail();
  private final EmbeddedChannel decoder;

  /** Creates a decoder of the stream that {@code in} holds, split as the framing says. */
  public EventStreamDecoder(Framing framing, InputStream in) {
    this.in = in;
    this.decoder = new EmbeddedChannel(DecoderChoice.decoder(framing), tail);
  }

  @Override
  public boolean decode(Consumer<WireEvent> events) throws IOException {
    tail.events = events;
    int read = in.read(slice);
    try {
      decoder.writeInbound(
          read < 0
              ? EndOfBody.REACHED
              : decoder.alloc().heapBuffer(read).writeBytes(slice, 0, read));
    } catch (TooLongFrameException | Unreadable broken) {
      throw violation(broken);
    }
    tail.rethrow();
    return read >= 0;
  }

  @Override
  public void close() {
    decoder.finishAndReleaseAll();
  }

  private static ProtocolException violation(DecoderException broken) {
    var violation = new ProtocolException(broken.getMessage());
    violation.initCause(broken);
    return violation;
  }

  /**
   * Hands over what the decoder passes on, until the consumer throws. The exception is kept from
   * Netty, which would go on with the next event and log the exception of each but the first.
   */
  private static final class Tail extends ChannelInboundHandlerAdapter {

    private Consumer<WireEvent> events = event -> {};
    private @Nullable RuntimeException refusal;
    private @Nullable Error error;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof WireEvent event && refusal == null && error == null) {
        try {
          events.accept(event);
        } catch (RuntimeException thrown) {
          refusal = thrown;
        } catch (Error thrown) {
          error = thrown;
        }
      }
    }

    void rethrow() {
      if (refusal != null) {
        throw refusal;
      }
      if (error != null) {
        throw error;
      }
    }
  }
}
