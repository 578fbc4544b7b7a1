package io.sluice.transport.netty.replay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Feed;
import io.sluice.stream.Irregularity;
import io.sluice.transport.netty.body.EndOfBody;
import io.sluice.transport.netty.connect.ConnectionErrors;
import io.sluice.wire.Dialect;
import io.sluice.wire.WireEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays the body of an answer as it was received, a slice of the file at a time. */
final class EventTape implements Tape {

  private static final int SLICE = 16 * 1024;

  private final InputStream in;
  private final Dialect.Reader reader;
  private final EmbeddedChannel decoder;
  private @Nullable Feed feed;
  private @Nullable End end;

  private EventTape(InputStream in, ChannelHandler decoder, Dialect.Reader reader) {
    this.in = in;
    this.decoder = new EmbeddedChannel(decoder, new Events());
    this.reader = reader;
  }

  /** Plays a file; {@code decoder}, a fresh one, makes events of its bytes. */
  static EventTape open(Path file, ChannelHandler decoder, Dialect.Reader reader)
      throws IOException {
    return new EventTape(Files.newInputStream(file), decoder, reader);
  }

  @Override
  public Duration due() {
    return Duration.ZERO;
  }

  @Override
  public Optional<End> play(Feed into) throws IOException {
    feed = into;
    ByteBuf bytes = decoder.alloc().heapBuffer(SLICE);
    if (bytes.writeBytes(in, SLICE) >= 0) {
      decoder.writeInbound(bytes);
    } else {
      bytes.release();
      decoder.writeInbound(EndOfBody.REACHED);
      end = end == null ? new End.Closed() : end;
    }
    return Optional.ofNullable(end);
  }

  @Override
  public void close() throws IOException {
    decoder.finishAndReleaseAll();
    in.close();
  }

  /** Behind the decoder: what the dialect makes of the events goes to the feed. */
  private final class Events extends ChannelInboundHandlerAdapter implements Dialect.Receiver {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (end != null || feed == null) {
        return;
      }
      if (message instanceof WireEvent event) {
        reader.read(event, feed.elapsed(), this);
      } else if (message == EndOfBody.REACHED) {
        reader.end(this);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      reader.end(this);
      failed(ConnectionErrors.violation(cause).orElseGet(() -> ConnectionErrors.breaking(cause)));
    }

    @Override
    public void chunk(Chunk chunk) {
      if (feed != null) {
        feed.chunk(chunk);
      }
    }

    @Override
    public void irregular(Irregularity.Kind kind) {
      if (feed != null) {
        feed.irregular(kind);
      }
    }

    @Override
    public void done() {
      end = new End.Done();
    }

    @Override
    public void failed(Failure failure) {
      end = new End.Failed(failure);
    }
  }
}
