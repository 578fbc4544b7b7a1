package io.sluice.server.events;

import io.sluice.runlog.LogLine;
import io.sluice.server.http.Refusal;
import io.sluice.transcript.TranscriptLine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Says how long a line of a run is to be held back, so that lines that are kept come at the pace at
 * which they came first. A viewer that begins amid a run gets its first line at once. Mutable; for
 * one run of one viewer, and one thread.
 */
final class ReplayPace {

  private static final double FASTEST = 1_000;

  private final double speed;
  private final LongSupplier nanoTime;
  private boolean begun;
  private long began;
  private Duration first = Duration.ZERO;

  private ReplayPace(double speed, LongSupplier nanoTime) {
    this.speed = speed;
    this.nanoTime = nanoTime;
  }

  /**
   * The pace of a request with this parameter {@code speed}: 1 is that of the run, 2 is twice as
   * fast; empty if lines come at once.
   *
   * @throws Refusal if it is no such number
   */
  static Optional<ReplayPace> of(Optional<String> parameter, LongSupplier nanoTime) {
    return parameter.map(text -> new ReplayPace(speed(text), nanoTime));
  }

  private static double speed(String text) {
    try {
      double speed = Double.parseDouble(text);
      if (speed > 0 && speed <= FASTEST) {
        return speed;
      }
    } catch (NumberFormatException malformed) {
      // Said below.
    }
    throw Refusal.badRequest("speed is '" + text + "'; use 1 for the pace of the run, 2 for twice");
  }

  /** How long the next line is still to be held back; zero if it may go. */
  Duration delay(LogLine line) {
    Duration at = at(line);
    if (!begun) {
      begun = true;
      began = nanoTime.getAsLong();
      first = line.number() > 1 ? at : Duration.ZERO;
    }
    double after = at.minus(first).toNanos() / speed;
    long left = (long) after - (nanoTime.getAsLong() - began);
    return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }

  /**
   * When a line came, since the request was written; a line that does not say goes with the last.
   */
  private static Duration at(LogLine line) {
    Optional<TranscriptLine> parsed = TranscriptLine.parse(line.text());
    if (parsed.isPresent() && parsed.get() instanceof TranscriptLine.ChunkLine chunk) {
      return chunk.at();
    }
    return parsed.isPresent() && parsed.get() instanceof TranscriptLine.EndLine end
        ? end.timing().total().orElse(Duration.ZERO)
        : Duration.ZERO;
  }
}
