package io.sluice.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.sluice.feed.ChunkSource;
import io.sluice.feed.FedStream;
import io.sluice.feed.Feed;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Outcome;
import io.sluice.transport.netty.body.EndOfBody;
import io.sluice.transport.netty.body.SseDecoder;
import io.sluice.wire.Dialect;
import io.sluice.wire.OpenAiDialect;
import io.sluice.wire.WireEvent;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stream whose bytes are at hand, cut as a test says: decoder, reader and fold, no network. */
final class FedBytes implements ChunkSource, Dialect.Receiver {

  private final byte[] bytes;
  private final int[] cuts;
  private final Dialect.Reader reader = new OpenAiDialect().reader();
  private @Nullable Feed feed;
  private @Nullable End end;

  private FedBytes(byte[] bytes, int... cuts) {
    this.bytes = bytes;
    this.cuts = cuts;
  }

  /** How the stream of these bytes ends when they come in pieces that begin at {@code cuts}. */
  static Outcome outcome(byte[] bytes, int... cuts) {
    ChatStream stream = FedStream.of(new FedBytes(bytes, cuts), () -> 0);
    return Streams.drained(stream);
  }

  @Override
  public void start(Feed into) {
    feed = into;
    into.sent(1);
    var channel = new EmbeddedChannel(new SseDecoder(), new Events());
    int at = 0;
    for (int cut : cuts) {
      write(channel, at, cut);
      at = cut;
    }
    write(channel, at, bytes.length);
    channel.writeInbound(EndOfBody.REACHED);
    channel.finishAndReleaseAll();
    if (end == null) {
      reader.end(this);
    }
    into.end(end == null ? new End.Closed() : end);
  }

  private void write(EmbeddedChannel channel, int from, int to) {
    ByteBuf piece = channel.alloc().buffer();
    channel.writeInbound(piece.writeBytes(bytes, from, to - from));
  }

  @Override
  public void read() {}

  @Override
  public void cancel() {}

  @Override
  public void chunk(Chunk chunk) {
    feed().chunk(chunk);
  }

  @Override
  public void irregular(Irregularity.Kind kind) {
    feed().irregular(kind);
  }

  @Override
  public void done() {
    ended(new End.Done());
  }

  @Override
  public void failed(Failure failure) {
    ended(new End.Failed(failure));
  }

  private void ended(End reason) {
    if (end != null) {
      throw new AssertionError("two ends: " + end + ", then " + reason);
    }
    end = reason;
  }

  private Feed feed() {
    return Objects.requireNonNull(feed, "feed");
  }

  private final class Events extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof WireEvent event) {
        reader.read(event, Duration.ZERO, FedBytes.this);
      }
    }
  }
}
