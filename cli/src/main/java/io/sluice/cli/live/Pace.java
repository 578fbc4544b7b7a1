package io.sluice.cli.live;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passes an answer on to the sink that prints it, and keeps the time: from a start that it shares
 * with other answers, so that its figures can stand beside theirs. Mutable; for one run, looked at
 * by any thread.
 */
public final class Pace implements Sink {
  private final Stopwatch watch;
  private final Sink printing;
  private final Gaps gaps = new Gaps();
  private long chunks;
  private @Nullable Duration sent;
  private @Nullable Duration firstToken;
  private @Nullable Duration retried;
  private @Nullable Retry retry;
  private @Nullable Duration total;
  private @Nullable Outcome outcome;

  public Pace(Stopwatch watch, Sink printing) {
    this.watch = watch;
    this.printing = printing;
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    printing.onOpen(context);
  }

  @Override
  public void onRetry(Retry next) throws IOException {
    synchronized (this) {
      retry = next;
      retried = watch.elapsed();
    }
    printing.onRetry(next);
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    synchronized (this) {
      chunks++;
      gaps.add(chunk.at());
      // A chunk knows how long after the request it came; the one that was quickest here is right.
      Duration since = watch.elapsed().minus(chunk.at());
      sent = sent == null || since.compareTo(sent) < 0 ? since : sent;
      if (firstToken == null && chunk.deltas().stream().anyMatch(Delta::carriesTokens)) {
        firstToken = watch.elapsed();
      }
    }
    printing.onChunk(chunk);
  }

  @Override
  public void onEnd(Outcome end) throws IOException {
    synchronized (this) {
      outcome = end;
      total = watch.elapsed();
    }
    printing.onEnd(end);
  }

  /** The clock stops, also where there was no end because the run never began. */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      total = total == null ? watch.elapsed() : total;
    }
    printing.close();
  }

  /** How far it is. */
  public synchronized Lap lap() {
    Duration elapsed = total == null ? watch.elapsed() : total;
    return new Lap(
        elapsed,
        Optional.ofNullable(sent),
        Optional.ofNullable(firstToken),
        gaps.longest(),
        chunks,
        Optional.ofNullable(retry),
        retried == null ? Duration.ZERO : elapsed.minus(retried),
        Optional.ofNullable(outcome));
  }

  /**
   * A look at an answer under way, or at its end.
   *
   * @param elapsed since the start; until the end, once that has come
   * @param sent when the request that was answered was written, since the start
   * @param firstToken when that came, since the start
   * @param longestGap the longest time between two chunks
   * @param chunks how many have come
   * @param retry the last, if there was one
   * @param sinceRetry since that one was told
   * @param outcome how it ended, once it has
   */
  public record Lap(
      Duration elapsed,
      Optional<Duration> sent,
      Optional<Duration> firstToken,
      Optional<Duration> longestGap,
      long chunks,
      Optional<Retry> retry,
      Duration sinceRetry,
      Optional<Outcome> outcome) {}
}
