package io.sluice.replay;

import io.sluice.feed.Feed;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.transcript.TranscriptLine;
import io.sluice.transcript.TranscriptReader;
import io.sluice.wire.Dialect;
import io.sluice.wire.WireEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays a transcript a line at a time. What the record says of its end is taken at its word; a
 * record without its end line was cut off, whether the file ends or another record follows.
 */
final class TranscriptTape implements Tape {

  private final TranscriptReader lines;
  private final Dialect.Reader reader;
  private final Consumer<Retry> retries;
  private Optional<TranscriptLine> ahead = Optional.empty();
  private boolean begun;

  private TranscriptTape(TranscriptReader lines, Dialect.Reader reader, Consumer<Retry> retries) {
    this.lines = lines;
    this.reader = reader;
    this.retries = retries;
  }

  /** Plays a file; {@code retries} is told of each that was recorded. */
  static TranscriptTape open(Path file, Dialect.Reader reader, Consumer<Retry> retries)
      throws IOException {
    return new TranscriptTape(TranscriptReader.open(file), reader, retries);
  }

  @Override
  public Duration due() throws IOException {
    if (ahead.isEmpty()) {
      ahead = lines.next();
    }
    return ahead
        .filter(TranscriptLine.ChunkLine.class::isInstance)
        .map(line -> ((TranscriptLine.ChunkLine) line).at())
        .orElse(Duration.ZERO);
  }

  @Override
  public Optional<End> play(Feed feed) {
    Optional<TranscriptLine> line = ahead;
    ahead = Optional.empty();
    return line.isPresent() ? play(line.get(), feed) : Optional.of(cutOff());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private Optional<End> play(TranscriptLine line, Feed feed) {
    if (line instanceof TranscriptLine.RetryLine again) {
      feed.sent(again.retry().attempt());
      retries.accept(again.retry());
    } else if (line instanceof TranscriptLine.OpenLine) {
      return begins() ? Optional.empty() : Optional.of(cutOff());
    } else if (line instanceof TranscriptLine.ChunkLine chunk) {
      return read(chunk, feed);
    } else if (line instanceof TranscriptLine.EndLine end) {
      end.irregularities().forEach(each -> repeat(each, feed));
      return Optional.of(new End.Recorded(end.status(), end.failure()));
    }
    return Optional.empty();
  }

  /** Only what cannot be read at all ends the replay here: the rest is in the end line. */
  private Optional<End> read(TranscriptLine.ChunkLine line, Feed feed) {
    byte[] data = line.data().getBytes(StandardCharsets.UTF_8);
    var meaning = new Meaning(feed);
    reader.read(new WireEvent.Data("message", "", ByteBuffer.wrap(data)), line.at(), meaning);
    return meaning.anyChunk
        ? Optional.empty()
        : Optional.ofNullable(meaning.failure).map(End.Failed::new);
  }

  /** Not if another record has begun before. */
  private boolean begins() {
    boolean first = !begun;
    begun = true;
    return first;
  }

  private End cutOff() {
    String where = lines.torn() ? " within a line, which is left out" : "";
    return new End.Recorded(
        Status.TRUNCATED,
        Optional.of(
            new Failure.Connection("the transcript has no end line: it was cut off" + where)));
  }

  private static void repeat(Irregularity irregularity, Feed feed) {
    for (long i = 0; i < irregularity.times(); i++) {
      feed.irregular(irregularity.kind());
    }
  }

  /** What the dialect makes of one line; what it forgives was counted when it was recorded. */
  private static final class Meaning implements Dialect.Receiver {

    private final Feed feed;
    private boolean anyChunk;
    private @Nullable Failure failure;

    Meaning(Feed feed) {
      this.feed = feed;
    }

    @Override
    public void chunk(Chunk chunk) {
      anyChunk = true;
      feed.chunk(chunk);
    }

    @Override
    public void irregular(Irregularity.Kind kind) {}

    @Override
    public void done() {}

    @Override
    public void failed(Failure reason) {
      failure = reason;
    }
  }
}
