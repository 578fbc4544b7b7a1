package io.sluice.replay;

import io.sluice.feed.Feed;
import io.sluice.stream.End;
import io.sluice.stream.Retry;
import io.sluice.transcript.TranscriptLine;
import io.sluice.transcript.TranscriptReader;
import io.sluice.wire.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plays a transcript a line at a time. A record without its end line was cut off, whether the file
 * ends or another record follows.
 */
final class TranscriptTape implements Tape {

  private final TranscriptReader lines;
  private final LinePlay play;
  private Optional<TranscriptLine> ahead = Optional.empty();

  private TranscriptTape(TranscriptReader lines, LinePlay play) {
    this.lines = lines;
    this.play = play;
  }

  /** Plays a file; {@code retries} is told of each that was recorded. */
  static TranscriptTape open(Path file, Dialect.Reader reader, Consumer<Retry> retries)
      throws IOException {
    return new TranscriptTape(TranscriptReader.open(file), new LinePlay(reader, retries));
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
    return line.isPresent() ? play.play(line.get(), feed) : Optional.of(cutOff());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private End cutOff() {
    return LinePlay.cutOff(lines.torn() ? " within a line, which is left out" : "");
  }
}
