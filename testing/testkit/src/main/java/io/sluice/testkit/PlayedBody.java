package io.sluice.testkit;

import io.sluice.feed.ChunkSource;
import io.sluice.feed.FedStream;
import io.sluice.feed.Feed;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Outcome;
import io.sluice.stream.StreamException;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;
import io.sluice.wire.Framing;
import io.sluice.wire.WireEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer that a dialect reads from memory, in reads of a given length. It ends as
 * HTTP has it. Mutable; for one stream.
 */
final class PlayedBody implements ChunkSource, Dialect.Receiver {

  private final Dialect dialect;
  private final Dialect.Reader reader;
  private final BodyDecoder.Factory decoders;
  private final byte[] body;
  private final int[] cuts;
  private @Nullable Feed feed;
  private @Nullable End end;
  private boolean torn;

  private PlayedBody(Dialect dialect, BodyDecoder.Factory decoders, byte[] body, int... cuts) {
    this.dialect = dialect;
    this.reader = dialect.reader();
    this.decoders = decoders;
    this.body = body;
    this.cuts = cuts;
  }

  /** The outcome of a body whose reads end at {@code cuts}. */
  static Outcome outcome(Dialect dialect, BodyDecoder.Factory decoders, byte[] body, int... cuts) {
    try (ChatStream stream = FedStream.of(new PlayedBody(dialect, decoders, body, cuts), () -> 0)) {
      stream.forEach(chunk -> {});
      return stream.outcome().toCompletableFuture().join();
    } catch (StreamException incomplete) {
      return incomplete.outcome();
    }
  }

  @Override
  public void start(Feed into) {
    feed = into;
    into.sent(1);
    try (BodyDecoder decoder = decoders.decoder(framing(), new Reads(body, cuts))) {
      boolean more = true;
      while (more && end == null) {
        more = decoder.decode(this::read);
      }
      if (end == null) {
        reader.end(this);
      }
    } catch (ProtocolException broken) {
      end = new End.Failed(new Failure.Protocol(String.valueOf(broken.getMessage()), ""));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    End closed = torn ? dialect.ending().torn(new End.Closed()) : new End.Closed();
    into.end(dialect.ending().of(end == null ? closed : end));
  }

  private Framing framing() {
    int at = 0;
    while (at < body.length && body[at] > 0 && body[at] <= ' ') {
      at++;
    }
    return at < body.length ? dialect.framing(body[at]) : dialect.framing();
  }

  private void read(WireEvent event) {
    if (end == null) {
      reader.read(event, Duration.ZERO, this);
    }
  }

  @Override
  public void read() {}

  @Override
  public void cancel() {}

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
  public void torn() {
    torn = true;
  }

  @Override
  public void done() {
    end = new End.Done();
  }

  @Override
  public void failed(Failure failure) {
    end = new End.Failed(failure);
  }

  /** Bytes that are read up to the next cut at most. */
  private static final class Reads extends ByteArrayInputStream {
    private final int[] cuts;

    Reads(byte[] bytes, int... cuts) {
      super(bytes);
      this.cuts = cuts;
    }

    @Override
    public synchronized int read(byte[] into, int from, int most) {
      int next = count;
      for (int cut : cuts) {
        if (cut > pos) {
          next = Math.min(next, cut);
        }
      }
      return super.read(into, from, Math.min(most, Math.max(1, next - pos)));
    }
  }
}
