package io.sluice.replay;

import io.sluice.feed.Feed;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.transcript.TranscriptLine;
import io.sluice.wire.Dialect;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays the lines of one record into a feed. What the end line says is taken at its word. Mutable;
 * for one thread.
 */
final class LinePlay {

  private final Dialect.Reader reader;
  private final Consumer<Retry> retries;
  private boolean begun;

  /** Plays what that reader understands; {@code retries} is told of each that was recorded. */
  LinePlay(Dialect.Reader reader, Consumer<Retry> retries) {
    this.reader = reader;
    this.retries = retries;
  }

  /** Plays a line; at the end of the record, says which end it was. */
  Optional<End> play(TranscriptLine line, Feed feed) {
    if (line instanceof TranscriptLine.RetryLine again) {
      feed.sent(again.retry().attempt());
      retries.accept(again.retry());
    } else if (line instanceof TranscriptLine.OpenLine) {
      return begins() ? Optional.empty() : Optional.of(cutOff(""));
    } else if (line instanceof TranscriptLine.ChunkLine chunk) {
      return read(chunk, feed);
    } else if (line instanceof TranscriptLine.EndLine end) {
      end.irregularities().forEach(each -> repeat(each, feed));
      return Optional.of(new End.Recorded(end.status(), end.failure()));
    }
    return Optional.empty();
  }

  /**
   * The end of a record that has no end line.
   *
   * @param how continues "it was cut off"
   */
  static End cutOff(String how) {
    return new End.Recorded(
        Status.TRUNCATED,
        Optional.of(
            new Failure.Connection("the transcript has no end line: it was cut off" + how)));
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
