package io.sluice.cli.inspect;

import io.sluice.cli.record.WireBlocks;
import io.sluice.cli.terminal.StandardOutput;
import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Prints a line a chunk: its number, the milliseconds since the one before, its id, what it adds,
 * the finish reason, the usage; beneath it, if wanted, the bytes it came with. After {@code limit}
 * lines it only counts. Mutable; for one run.
 */
final class InspectSink implements Sink {
  private final StandardOutput out;
  private final InspectLine line;
  private final Optional<WireBlocks> wire;
  private final long limit;
  private final Gaps gaps = new Gaps();
  private long seen;
  private Duration last = Duration.ZERO;

  /**
   * For one run.
   *
   * @param wire what came over the wire, if that is shown beneath the lines
   */
  InspectSink(StandardOutput out, InspectLine line, Optional<WireBlocks> wire, long limit) {
    this.out = out;
    this.line = line;
    this.wire = wire;
    this.limit = limit;
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    seen++;
    boolean standsOut = gaps.add(chunk.at());
    if (seen <= limit) {
      var gap = standsOut ? InspectLine.Gap.LONG : InspectLine.Gap.USUAL;
      out.print(line.of(chunk, seen, chunk.at().minus(last), gap));
      show(wire.map(blocks -> blocks.through(chunk.json())));
    } else {
      wire.ifPresent(WireBlocks::rest);
    }
    last = chunk.at();
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    long more = seen - limit;
    if (more > 0) {
      out.print("… " + more + (more == 1 ? " more chunk\n" : " more chunks\n"));
    } else {
      show(wire.map(WireBlocks::rest));
    }
  }

  private void show(Optional<byte[]> came) throws IOException {
    if (came.isPresent()) {
      out.write(line.wire(came.get()));
      out.flush();
    }
  }
}
