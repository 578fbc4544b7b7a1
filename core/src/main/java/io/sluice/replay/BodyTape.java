package io.sluice.replay;

import io.sluice.feed.Feed;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;
import io.sluice.wire.WireEvent;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plays the body of an answer as it was received, a slice of the file at a time. */
final class BodyTape implements Tape {

  private final InputStream in;
  private final BodyDecoder decoder;
  private final Dialect.Reader reader;
  private final Dialect.Ending ending;

  private BodyTape(
      InputStream in, BodyDecoder decoder, Dialect.Reader reader, Dialect.Ending ending) {
    this.in = in;
    this.decoder = decoder;
    this.reader = reader;
    this.ending = ending;
  }

  /** Plays a file, of whose bytes a decoder makes events, and the reader chunks of those. */
  static BodyTape open(
      Path file,
      Function<InputStream, BodyDecoder> decoders,
      Dialect.Reader reader,
      Dialect.Ending ending)
      throws IOException {
    InputStream in = Files.newInputStream(file);
    return new BodyTape(in, decoders.apply(in), reader, ending);
  }

  @Override
  public Duration due() {
    return Duration.ZERO;
  }

  @Override
  public Optional<End> play(Feed feed) throws IOException {
    var meaning = new Meaning(feed);
    try {
      if (!decoder.decode(meaning::read)) {
        meaning.end();
      }
    } catch (ProtocolException excess) {
      meaning.end();
      meaning.failed(new Failure.Protocol(String.valueOf(excess.getMessage()), ""));
    }
    return Optional.ofNullable(meaning.end);
  }

  @Override
  public void close() throws IOException {
    try (in) {
      decoder.close();
    }
  }

  /** What the dialect makes of the events of a slice; what it says after an end is left out. */
  private final class Meaning implements Dialect.Receiver {

    private final Feed feed;
    private @Nullable End end;
    private boolean torn;

    Meaning(Feed feed) {
      this.feed = feed;
    }

    void read(WireEvent event) {
      if (end == null) {
        reader.read(event, feed.elapsed(), this);
      }
    }

    /** The body is over; the dialect may know more of it than that. */
    void end() {
      if (end == null) {
        reader.end(this);
      }
      if (end == null) {
        var closed = new End.Closed();
        end = torn ? ending.torn(closed) : ending.of(closed);
      }
    }

    @Override
    public void chunk(Chunk chunk) {
      feed.chunk(chunk);
    }

    @Override
    public void irregular(Irregularity.Kind kind) {
      feed.irregular(kind);
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
  }
}
