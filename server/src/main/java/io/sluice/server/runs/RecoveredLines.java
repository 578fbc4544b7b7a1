package io.sluice.server.runs;

import io.sluice.runlog.RunLog;
import io.sluice.stream.Timing;
import io.sluice.transcript.TranscriptLine;
import io.sluice.transcript.TranscriptLine.ChunkLine;
import io.sluice.transcript.TranscriptLine.EndLine;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes the lines of a transcript into a log. Each is held until the next comes, since only the
 * last can be the end. Mutable; for one thread.
 */
final class RecoveredLines implements Consumer<String> {

  private static final String CHUNK = "{\"type\":\"chunk\"";
  private static final String RETRY = "{\"type\":\"retry\"";

  private final RunLog log;
  private String held = "";
  private String lastChunk = "";
  private long chunks;
  private int retries;

  RecoveredLines(RunLog log) {
    this.log = log;
  }

  @Override
  public void accept(String line) {
    if (!held.isEmpty()) {
      log.append(held);
    }
    held = line;
    if (line.startsWith(CHUNK)) {
      chunks++;
      lastChunk = line;
    } else if (line.startsWith(RETRY)) {
      retries++;
    }
  }

  /** Adds the last line to the log, and returns it if it is the end; nothing comes afterwards. */
  Optional<EndLine> end() {
    Optional<EndLine> end =
        TranscriptLine.parse(held).filter(EndLine.class::isInstance).map(EndLine.class::cast);
    if (end.isPresent()) {
      log.end(held);
    } else {
      log.append(held);
    }
    return end;
  }

  long chunks() {
    return chunks;
  }

  /** The attempts that were begun, and the time of the last chunk. */
  Timing timing() {
    Timing.Builder timing = Timing.builder().attempts(1 + retries);
    if (!lastChunk.isEmpty()
        && TranscriptLine.parse(lastChunk).orElseThrow() instanceof ChunkLine chunk) {
      timing.total(chunk.at());
    }
    return timing.build();
  }
}
