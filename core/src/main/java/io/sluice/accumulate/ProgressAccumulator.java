package io.sluice.accumulate;

import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Progress;
import io.sluice.stream.Retry;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Folds what is told of an answer while it streams to how far it is. What a call costs does not
 * grow with the answer. Thread-safe: one thread tells, others look.
 */
public final class ProgressAccumulator implements Accumulator<Progress> {

  private final LongSupplier clock;
  private final TimingAccumulator marks = new TimingAccumulator();
  private long chunks;
  private long lastChunk;
  private long longestGap;
  private long sent = Long.MAX_VALUE;
  private long retried;
  private long ended;
  private @Nullable Duration firstToken;
  private @Nullable Retry retry;
  private @Nullable Outcome outcome;
  private boolean over;

  /** Creates an accumulator whose clock starts now. */
  public ProgressAccumulator() {
    this(sinceNow());
  }

  /**
   * Starts when the clock says so, which several answers may share to be compared.
   *
   * @param clock the nanoseconds since the start; asked at each call, by any thread
   */
  public ProgressAccumulator(LongSupplier clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  private static LongSupplier sinceNow() {
    long start = System.nanoTime();
    return () -> System.nanoTime() - start;
  }

  @Override
  public synchronized void add(Chunk chunk) {
    long now = clock.getAsLong();
    long at = chunk.at().toNanos();
    if (chunks > 0) {
      longestGap = Math.max(longestGap, at - lastChunk);
    }
    chunks++;
    lastChunk = at;
    // A chunk knows how long after the request it came; the one that was quickest here is right.
    sent = Math.min(sent, now - at);
    marks.add(chunk);
    if (firstToken == null && marks.anyToken()) {
      firstToken = Duration.ofNanos(now);
    }
  }

  /** Notes that the request is about to be sent again. */
  public synchronized void retry(Retry next) {
    retry = Objects.requireNonNull(next, "retry");
    retried = clock.getAsLong();
  }

  /** Notes that the answer has ended, and stops the clock. */
  public synchronized void end(Outcome how) {
    outcome = Objects.requireNonNull(how, "outcome");
    end();
  }

  /** Nothing more comes, and nothing tells how it ended: the clock stops, unless it has. */
  public synchronized void end() {
    if (!over) {
      over = true;
      ended = clock.getAsLong();
    }
  }

  @Override
  public synchronized Progress result() {
    long now = over ? ended : clock.getAsLong();
    return new Look(
        Duration.ofNanos(now),
        chunks == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(sent)),
        Optional.ofNullable(firstToken),
        chunks < 2 ? Optional.empty() : Optional.of(Duration.ofNanos(longestGap)),
        chunks,
        Optional.ofNullable(retry),
        Duration.ofNanos(retry == null ? 0 : now - retried),
        marks.result(),
        Optional.ofNullable(outcome),
        over);
  }

  private record Look(
      Duration elapsed,
      Optional<Duration> sent,
      Optional<Duration> firstToken,
      Optional<Duration> longestGap,
      long chunks,
      Optional<Retry> retry,
      Duration sinceRetry,
      Timing timing,
      Optional<Outcome> outcome,
      boolean over)
      implements Progress {

    @Override
    public Duration generating() {
      return over ? timing.generating() : firstToken.map(elapsed::minus).orElse(Duration.ZERO);
    }
  }
}
