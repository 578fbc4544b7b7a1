package io.sluice.cli;

import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import java.io.IOException;
import java.time.Duration;

/**
 * Prints a line a chunk: its number, the milliseconds since the one before, its id, what it adds,
 * the finish reason, the usage. After {@code limit} lines it only counts. Mutable; for one run.
 */
final class InspectSink implements Sink {
  private final StandardOutput out;
  private final InspectLine line;
  private final Payload payload;
  private final long limit;
  private final Gaps gaps = new Gaps();
  private long seen;
  private Duration last = Duration.ZERO;

  InspectSink(StandardOutput out, InspectLine line, Payload payload, long limit) {
    this.out = out;
    this.line = line;
    this.payload = payload;
    this.limit = limit;
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    seen++;
    boolean standsOut = gaps.add(chunk.at());
    if (seen <= limit) {
      var gap = standsOut ? InspectLine.Gap.LONG : InspectLine.Gap.USUAL;
      String shown = line.of(chunk, seen, chunk.at().minus(last), gap);
      out.print(payload == Payload.BELOW ? shown + line.payload(chunk) : shown);
    }
    last = chunk.at();
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    long more = seen - limit;
    if (more > 0) {
      out.print("… " + more + (more == 1 ? " more chunk\n" : " more chunks\n"));
    }
  }

  /** Whether what came is shown as it came. */
  enum Payload {
    LEFT_OUT,
    /** Beneath each line. */
    BELOW
  }
}
